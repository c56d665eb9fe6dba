package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mtlbench.engine.model.ModelGraph.Node;

/**
 * Removes pruned neurons from a model and stores shared rows once. A channel that no later layer
 * reads with a weight other than 0 is not computed; where rows of a weight are equal, their inputs
 * are added first and the row is kept once. Predictions stay the same up to the order in which
 * numbers are added.
 */
public final class Compression {
  private final ModelGraph graph;
  private final Map<String, NDArray> tensors;
  private final NDManager manager;
  private final BitSet[] needed;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, NDArray> made = new LinkedHashMap<>();
  private final Set<String> trained;
  private final int[] renumbered;
  private final int[][] kept;

  private Compression(GraphRecorder.Recording model, NDManager manager) {
    this.graph = model.graph();
    this.tensors = model.tensors();
    this.trained = new HashSet<>(model.trained());
    this.manager = manager;
    this.needed = new BitSet[graph.nodes().size()];
    this.renumbered = new int[graph.nodes().size()];
    this.kept = new int[graph.nodes().size()][];
  }

  /**
   * Compresses a model.
   *
   * @param model a recorded model; its tensors are read, and those that stay as they are are used
   *     in the result
   * @param manager owner of the new tensors
   * @throws NullPointerException if the model lacks a tensor that its graph reads
   */
  public static GraphRecorder.Recording of(GraphRecorder.Recording model, NDManager manager) {
    return new Compression(model, manager).compressed();
  }

  private GraphRecorder.Recording compressed() {
    findNeeded();
    for (int i = 0; i < graph.nodes().size(); i++) {
      if (needed[i].isEmpty() && !(graph.nodes().get(i).operation() instanceof Operation.Input)) {
        continue;
      }
      rebuild(i);
    }
    return new GraphRecorder.Recording(
        new ModelGraph(nodes, graph.outputs().stream().map(o -> renumbered[o]).toList()),
        made,
        trained);
  }

  /** Channels of a value: the length of the axis after the batch. */
  private int channels(int node) {
    List<Long> shape = graph.nodes().get(node).shape();
    return shape.isEmpty() ? 1 : Math.toIntExact(shape.get(0));
  }

  private BitSet all(int node) {
    BitSet set = new BitSet();
    set.set(0, channels(node));
    return set;
  }

  private void findNeeded() {
    for (int i = 0; i < needed.length; i++) {
      needed[i] = new BitSet();
    }
    graph.outputs().forEach(output -> needed[output].or(all(output)));
    do {
      for (int i = needed.length - 1; i >= 0; i--) {
        Node node = graph.nodes().get(i);
        for (int input = 0; input < node.inputs().size() && !needed[i].isEmpty(); input++) {
          needed[node.inputs().get(input)].or(read(i, input));
        }
      }
    } while (unitedByTensors());
    for (int i = 0; i < needed.length; i++) {
      Operation operation = graph.nodes().get(i).operation();
      if (operation instanceof Operation.Input || operation instanceof Operation.Tensor) {
        needed[i] = all(i);
      }
    }
  }

  /**
   * Gives nodes that read the same tensor the same needed channels, since the tensor is kept once.
   *
   * @return whether any changed
   */
  private boolean unitedByTensors() {
    Map<String, BitSet> union = new LinkedHashMap<>();
    boolean changed = false;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < needed.length; i++) {
        Operation operation = graph.nodes().get(i).operation();
        if (needed[i].isEmpty() || operation instanceof Operation.Tensor) {
          continue;
        }
        for (String tensor : operation.tensors()) {
          BitSet all = union.computeIfAbsent(tensor, name -> new BitSet());
          all.or(needed[i]);
          changed |= pass == 1 && !all.equals(needed[i]);
          needed[i].or(all);
        }
      }
    }
    return changed;
  }

  /** The channels of an input that a node reads for the needed channels of its own. */
  private BitSet read(int index, int input) {
    Node node = graph.nodes().get(index);
    int source = node.inputs().get(input);
    Operation operation = node.operation();
    if (operation instanceof Operation.Convolution convolution) {
      return Rows.of(tensors.get(convolution.weight()), needed[index]).read();
    }
    if (operation instanceof Operation.Linear linear) {
      return Rows.of(tensors.get(linear.weight()), needed[index]).read();
    }
    if (operation instanceof Operation.Reshape) {
      int features = channels(index) / Math.max(1, channels(source));
      return flattens(index)
          ? of(needed[index].stream().map(feature -> feature / features).toArray())
          : all(source);
    }
    if (operation instanceof Operation.Slice slice && slice.axis() == 1) {
      return of(needed[index].stream().map(i -> (int) (slice.from() + i * slice.step())).toArray());
    }
    if (operation instanceof Operation.Concatenation concatenation && concatenation.axis() == 1) {
      int start = offset(node, input);
      return needed[index].get(start, start + channels(source));
    }
    return keepsChannels(operation) && channels(source) == channels(index)
        ? (BitSet) needed[index].clone()
        : all(source);
  }

  private int offset(Node concatenation, int input) {
    return concatenation.inputs().subList(0, input).stream().mapToInt(this::channels).sum();
  }

  /** Whether a reshape merges all axes of an example, so that channels become runs of features. */
  private boolean flattens(int index) {
    List<Long> source = graph.nodes().get(graph.nodes().get(index).inputs().get(0)).shape();
    return graph.nodes().get(index).shape().size() == 1 && !source.isEmpty();
  }

  /** Whether each channel of the output depends only on the same channel of the inputs. */
  private static boolean keepsChannels(Operation operation) {
    return operation instanceof Operation.BatchNorm
        || operation instanceof Operation.Pool
        || operation instanceof Operation.GlobalPool
        || operation instanceof Operation.Elementwise
        || operation instanceof Operation.Arithmetic
        || operation instanceof Operation.Interpolation
        || (operation instanceof Operation.Slice slice && slice.axis() > 1)
        || (operation instanceof Operation.Padding padding && padding.pairs().size() <= 4);
  }

  private void rebuild(int index) {
    Node node = graph.nodes().get(index);
    Operation operation = node.operation();
    int[] own = needed[index].stream().toArray();
    if (operation instanceof Operation.Tensor) {
      return;
    }
    if (operation instanceof Operation.Input) {
      put(index, operation, List.of(), IntStream.range(0, channels(index)).toArray());
    } else if (operation instanceof Operation.Convolution convolution) {
      int input = grouped(index, convolution.weight());
      weight(index, convolution.weight(), own);
      convolution.bias().ifPresent(bias -> made.put(bias, selected(tensors.get(bias), 0, own)));
      put(index, operation, List.of(input), own);
    } else if (operation instanceof Operation.Linear linear) {
      int input = grouped(index, linear.weight());
      weight(index, linear.weight(), own);
      linear.bias().ifPresent(bias -> made.put(bias, selected(tensors.get(bias), 0, own)));
      put(index, operation, List.of(input), own);
    } else if (operation instanceof Operation.Reshape && flattens(index)) {
      int source = node.inputs().get(0);
      int features = channels(index) / channels(source);
      int[] features0 =
          Arrays.stream(kept[source])
              .flatMap(c -> IntStream.range(c * features, (c + 1) * features))
              .toArray();
      put(
          index,
          new Operation.Reshape(List.of(-1L, (long) features0.length)),
          List.of(renumbered[source]),
          features0);
    } else if (operation instanceof Operation.Slice slice && slice.axis() == 1) {
      int[] wanted = Arrays.stream(own).map(i -> (int) (slice.from() + i * slice.step())).toArray();
      renumbered[index] = narrowed(node.inputs().get(0), wanted);
      kept[index] = own;
    } else if (operation instanceof Operation.Concatenation concatenation
        && concatenation.axis() == 1) {
      List<Integer> inputs = new ArrayList<>();
      for (int input = 0; input < node.inputs().size(); input++) {
        int[] wanted = read(index, input).stream().toArray();
        if (wanted.length > 0) {
          inputs.add(narrowed(node.inputs().get(input), wanted));
        }
      }
      put(index, operation, inputs, own);
    } else {
      List<Integer> inputs = new ArrayList<>();
      for (int input = 0; input < node.inputs().size(); input++) {
        int source = node.inputs().get(input);
        inputs.add(
            graph.nodes().get(source).operation() instanceof Operation.Tensor tensor
                ? constant(index, tensor.name(), own)
                : narrowed(source, read(index, input).stream().toArray()));
      }
      if (operation instanceof Operation.BatchNorm) {
        operation.tensors().forEach(t -> made.put(t, selected(tensors.get(t), 0, own)));
      }
      put(index, operation, inputs, keepsChannels(operation) ? own : all(index).stream().toArray());
    }
  }

  private void put(int index, Operation operation, List<Integer> inputs, int... channels) {
    renumbered[index] = add(operation, inputs, shape(index, channels.length));
    kept[index] = channels;
  }

  private int add(Operation operation, List<Integer> inputs, List<Long> shape) {
    nodes.add(new Node(operation, inputs, shape));
    return nodes.size() - 1;
  }

  private List<Long> shape(int index, int channels) {
    List<Long> shape = new ArrayList<>(graph.nodes().get(index).shape());
    if (!shape.isEmpty() && !(graph.nodes().get(index).operation() instanceof Operation.Tensor)) {
      shape.set(0, (long) channels);
    }
    return shape;
  }

  /** The rebuilt value of a node with exactly the wanted channels. */
  private int narrowed(int source, int... wanted) {
    if (Arrays.equals(kept[source], wanted)) {
      return renumbered[source];
    }
    return add(
        new Operation.Selection(indices(positions(source, wanted))),
        List.of(renumbered[source]),
        shape(source, wanted.length));
  }

  /**
   * A tensor that is broadcast against the value of a node, reduced to the needed channels if it
   * has one number for each.
   */
  private int constant(int index, String name, int... own) {
    NDArray tensor = tensors.get(name);
    int axis = tensor.getShape().dimension() - graph.nodes().get(index).shape().size();
    boolean perChannel =
        axis >= 0 && tensor.getShape().size() > 1 && tensor.getShape().get(axis) == channels(index);
    NDArray reduced =
        perChannel && own.length < channels(index) ? selected(tensor, axis, own) : tensor;
    String unique = reduced == tensor ? name : name + "-" + made.size();
    made.put(unique, reduced);
    if (trained.contains(name)) {
      trained.add(unique);
    }
    return add(new Operation.Tensor(unique), List.of(), shapeOf(reduced));
  }

  private static List<Long> shapeOf(NDArray tensor) {
    return Arrays.stream(tensor.getShape().getShape()).boxed().toList();
  }

  /** Where channels of the original are in the rebuilt value of a node. */
  private int[] positions(int source, int... channels) {
    return Arrays.stream(channels).map(c -> Arrays.binarySearch(kept[source], c)).toArray();
  }

  /** The input of a layer with one channel for each of the rows of its weight that are kept. */
  private int grouped(int index, String weight) {
    int source = graph.nodes().get(index).inputs().get(0);
    Rows rows = Rows.of(tensors.get(weight), needed[index]);
    int[] firsts = rows.firsts();
    if (rows.others().length == 0) {
      return narrowed(source, firsts);
    }
    return add(
        new Operation.GroupSum(
            indices(positions(source, firsts)),
            indices(positions(source, rows.others())),
            indices(rows.groups())),
        List.of(renumbered[source]),
        shape(source, firsts.length));
  }

  private void weight(int index, String name, int... outputs) {
    NDArray weight = tensors.get(name);
    int[] firsts = Rows.of(weight, needed[index]).firsts();
    made.put(name, selected(selected(weight, 0, outputs), 1, firsts));
  }

  private String indices(int... values) {
    String name = "indices" + made.size();
    made.put(name, manager.create(values, new Shape(values.length)));
    return name;
  }

  /** A copy of some indices of an axis, 0 or 1. */
  private NDArray selected(NDArray tensor, int axis, int... indices) {
    long[] shape = tensor.getShape().getShape();
    float[] values = tensor.toFloatArray();
    int inner = Math.toIntExact(Arrays.stream(shape).skip(axis + 1L).reduce(1, (a, b) -> a * b));
    int outer = axis == 0 ? 1 : Math.toIntExact(shape[0]);
    int length = Math.toIntExact(shape[axis]);
    float[] copy = new float[outer * indices.length * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < indices.length; i++) {
        System.arraycopy(
            values,
            (o * length + indices[i]) * inner,
            copy,
            (o * indices.length + i) * inner,
            inner);
      }
    }
    long[] smaller = shape.clone();
    smaller[axis] = indices.length;
    return manager.create(copy, new Shape(smaller));
  }

  private static BitSet of(int... indices) {
    BitSet set = new BitSet();
    Arrays.stream(indices).forEach(set::set);
    return set;
  }

  /**
   * The rows of a weight, restricted to some outputs.
   *
   * @param firsts the first index of each distinct row other than 0, ascending; if all rows are 0,
   *     the index 0, because a layer without inputs cannot be computed
   * @param others the further indices of rows that occur several times
   * @param groups for each of them, the position of its row in {@code firsts}
   */
  private record Rows(int[] firsts, int[] others, int[] groups) {
    static Rows of(NDArray weight, BitSet outputs) {
      long[] shape = weight.getShape().getShape();
      int rows = Math.toIntExact(shape[1]);
      int inner = Math.toIntExact(Arrays.stream(shape).skip(2).reduce(1, (a, b) -> a * b));
      float[] values = weight.toFloatArray();
      int[] out = outputs.stream().toArray();
      Map<List<Float>, Integer> groupOf = new LinkedHashMap<>();
      List<Integer> firsts = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      List<Integer> groups = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        List<Float> entries = new ArrayList<>(out.length * inner);
        boolean zero = true;
        for (int o : out) {
          for (int i = 0; i < inner; i++) {
            float value = values[(o * rows + row) * inner + i] + 0f;
            entries.add(value);
            zero &= value == 0;
          }
        }
        if (zero) {
          continue;
        }
        Optional<Integer> known = Optional.ofNullable(groupOf.get(entries));
        if (known.isPresent()) {
          others.add(row);
          groups.add(known.get());
        } else {
          groupOf.put(entries, firsts.size());
          firsts.add(row);
        }
      }
      if (firsts.isEmpty()) {
        firsts.add(0);
      }
      return new Rows(ints(firsts), ints(others), ints(groups));
    }

    /** The indices of the input channels that the layer reads. */
    BitSet read() {
      BitSet set = Compression.of(firsts);
      set.or(Compression.of(others));
      return set;
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
