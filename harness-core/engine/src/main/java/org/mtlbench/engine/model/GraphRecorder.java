package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.index.dim.NDIndexAll;
import ai.djl.ndarray.index.dim.NDIndexElement;
import ai.djl.ndarray.index.dim.NDIndexSlice;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Records the forward pass of any model, without help from the model: it predicts a batch of one
 * example made of arrays that note what is done with them. Each of them also holds a real array,
 * which gives the shapes. Equal operations on equal inputs are recorded once, so what several tasks
 * compute in the same way is shared.
 */
public final class GraphRecorder {
  private static final Set<String> DELEGATED =
      Set.of("getManager", "getShape", "getDataType", "getDevice", "size", "isEmpty", "isSparse");
  private static final Set<String> NOTHING = Set.of("attach", "tempAttach", "detach", "close");

  private final List<ModelGraph.Node> nodes = new ArrayList<>();
  private final Map<ModelGraph.Node, Integer> known = new HashMap<>();
  private final IdentityHashMap<NDArray, String> names = new IdentityHashMap<>();
  private final Map<String, NDArray> tensors = new LinkedHashMap<>();
  private final NDManager manager;

  private GraphRecorder(NDManager manager) {
    this.manager = manager;
  }

  /**
   * A recorded model.
   *
   * @param graph the operations
   * @param tensors the tensors that they read, by name; parameters under their own names
   * @param trained names of trained parameters; others, such as running statistics and constants,
   *     are not
   */
  public record Recording(ModelGraph graph, Map<String, NDArray> tensors, Set<String> trained) {}

  /**
   * Records a model.
   *
   * @param inputs shape of each input without the batch axis; one, or one per task
   * @throws UnsupportedOperationException if the model uses an operation that cannot be recorded;
   *     the message names it
   */
  public static Recording record(Model model, List<Shape> inputs, NDManager manager) {
    Recording once = new GraphRecorder(manager).record(model, inputs, inputs.size());
    int tasks = once.graph().outputs().size();
    // With an input per task, no network merges the layers of its parts into wide ones.
    return inputs.size() == 1 && tasks > 1
        ? new GraphRecorder(manager).record(model, inputs, tasks)
        : once;
  }

  /**
   * @param given the number of inputs that the model is given, the same one several times if it has
   *     a single one
   */
  private Recording record(Model model, List<Shape> inputs, int given) {
    for (Parameter parameter : model.parameters()) {
      names.put(parameter.value(), parameter.name());
    }
    List<NDArray> values = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      NDArray real = manager.zeros(new Shape(1).addAll(inputs.get(i)));
      values.add(value(new Operation.Input(i), List.of(), real));
    }
    // While gradients are recorded, pooling is a single operation.
    try (GradientMode on = GradientMode.on()) {
      List<NDArray> outputs =
          model.predict(
              values.size() == given ? values : Collections.nCopies(given, values.get(0)),
              ForwardMode.EVALUATION);
      ModelGraph graph =
          new ModelGraph(nodes, outputs.stream().map(output -> recorded(output).node()).toList());
      Set<String> trained =
          model.parameters().stream()
              .filter(Parameter::trainable)
              .map(Parameter::name)
              .collect(Collectors.toSet());
      return new Recording(graph, tensors, trained);
    }
  }

  private NDArray value(Operation operation, List<Integer> inputs, NDArray real) {
    long[] shape = real.getShape().getShape();
    List<Long> example =
        operation instanceof Operation.Tensor
            ? Arrays.stream(shape).boxed().toList()
            : Arrays.stream(shape).skip(1).boxed().toList();
    ModelGraph.Node node = new ModelGraph.Node(operation, inputs, example);
    int index =
        known.computeIfAbsent(
            node,
            added -> {
              nodes.add(added);
              return nodes.size() - 1;
            });
    return (NDArray)
        Proxy.newProxyInstance(
            NDArray.class.getClassLoader(),
            new Class<?>[] {NDArray.class, NDArrayEx.class},
            new Recorded(index, real));
  }

  private static Recorded recorded(Object array) {
    return (Recorded) Proxy.getInvocationHandler(array);
  }

  private static boolean isRecorded(Object array) {
    return Proxy.isProxyClass(array.getClass())
        && Proxy.getInvocationHandler(array) instanceof Recorded;
  }

  /** The name of a tensor of the model; tensors that are not parameters are numbered. */
  private String name(Object array) {
    if (!(array instanceof NDArray tensor) || isRecorded(array)) {
      throw new UnsupportedOperationException("a layer whose weights depend on the input");
    }
    String name = names.computeIfAbsent(tensor, t -> "constant" + (1 + names.size()));
    tensors.putIfAbsent(name, tensor);
    return name;
  }

  private Optional<String> optional(Object array) {
    return Optional.ofNullable(array).map(this::name);
  }

  /** The node of an operand, which may be a tensor of the model. */
  private int operand(Object operand) {
    if (isRecorded(operand)) {
      return recorded(operand).node();
    }
    NDArray tensor = (NDArray) operand;
    return recorded(value(new Operation.Tensor(name(tensor)), List.of(), tensor)).node();
  }

  /** An array that notes what is done with it. */
  private final class Recorded implements InvocationHandler {
    private final int node;
    private final NDArray real;

    Recorded(int node, NDArray real) {
      this.node = node;
      this.real = real;
    }

    int node() {
      return node;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      Object[] given = arguments == null ? new Object[0] : arguments;
      String name = method.getName();
      if (method.getDeclaringClass() == Object.class) {
        return switch (name) {
          case "equals" -> proxy == given[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> "node " + node + " " + real.getShape();
        };
      }
      if (name.equals("getNDArrayInternal") || name.equals("getArray")) {
        return proxy;
      }
      if (DELEGATED.contains(name)) {
        return method.invoke(real, given);
      }
      if (NOTHING.contains(name)) {
        return null;
      }
      Optional<Object> result = recorded(name, given);
      if (result.isPresent()) {
        return result.get();
      }
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, arguments);
      }
      throw new UnsupportedOperationException("NDArray." + name);
    }

    /** Records an operation; empty for one that is unknown. */
    private Optional<Object> recorded(String name, Object... given) {
      NDArrayEx inner = real.getNDArrayInternal();
      return switch (name) {
        case "convolution" -> list(convolution(given));
        case "linear" -> list(linear(given));
        case "batchNorm" -> list(batchNorm(given));
        case "maxPool" -> pool(Operation.Pool.Extract.MAX, given);
        case "avgPool" -> pool(Operation.Pool.Extract.AVERAGE, given);
        case "globalAvgPool" -> one(new Operation.GlobalPool(), inner.globalAvgPool());
        case "relu" ->
            one(new Operation.Elementwise(Operation.Elementwise.Function.RELU), inner.relu());
        case "sigmoid" ->
            one(new Operation.Elementwise(Operation.Elementwise.Function.SIGMOID), inner.sigmoid());
        case "tanh" ->
            one(new Operation.Elementwise(Operation.Elementwise.Function.TANH), inner.tanh());
        case "softmax" -> softmax(false, given);
        case "logSoftmax" -> softmax(true, given);
        case "add" -> arithmetic(Operation.Arithmetic.Kind.ADD, given);
        case "mul" -> arithmetic(Operation.Arithmetic.Kind.MUL, given);
        case "sub" -> arithmetic(Operation.Arithmetic.Kind.SUB, given);
        case "reshape" -> reshape(given);
        case "split" -> split(given);
        case "get" -> slices(given);
        case "concat" -> concat(given);
        case "pad" -> pad(given);
        case "interpolation" -> interpolation(given);
        default -> Optional.empty();
      };
    }

    private Optional<Object> one(Operation operation, NDArray result) {
      return Optional.of(value(operation, List.of(node), result));
    }

    private Optional<Object> list(NDArray result) {
      return Optional.of(new NDList(result));
    }

    private NDArray convolution(Object... given) {
      Shape stride = (Shape) given[3];
      Shape padding = (Shape) given[4];
      Shape dilation = (Shape) given[5];
      if (stride.get(0) != stride.get(1)
          || padding.get(0) != padding.get(1)
          || dilation.get(0) != 1
          || (int) given[6] != 1) {
        throw new UnsupportedOperationException(
            "a convolution with groups, dilation, or unequal strides or paddings");
      }
      NDArray result =
          real.getNDArrayInternal()
              .convolution(
                  real, (NDArray) given[1], (NDArray) given[2], stride, padding, dilation, 1)
              .singletonOrThrow();
      return value(
          new Operation.Convolution(
              name(given[1]), optional(given[2]), (int) stride.get(0), (int) padding.get(0)),
          List.of(node),
          result);
    }

    private NDArray linear(Object... given) {
      NDArray result =
          real.getNDArrayInternal()
              .linear(real, (NDArray) given[1], (NDArray) given[2])
              .singletonOrThrow();
      return value(new Operation.Linear(name(given[1]), optional(given[2])), List.of(node), result);
    }

    private NDArray batchNorm(Object... given) {
      NDArray result =
          real.getNDArrayInternal()
              .batchNorm(
                  real,
                  (NDArray) given[1],
                  (NDArray) given[2],
                  (NDArray) given[3],
                  (NDArray) given[4],
                  (int) given[5],
                  (float) given[6],
                  (float) given[7],
                  false)
              .singletonOrThrow();
      return value(
          new Operation.BatchNorm(
              name(given[3]), name(given[4]), name(given[1]), name(given[2]), (float) given[7]),
          List.of(node),
          result);
    }

    private Optional<Object> pool(Operation.Pool.Extract extract, Object... given) {
      Shape window = (Shape) given[0];
      Shape stride = (Shape) given[1];
      Shape padding = (Shape) given[2];
      if (window.get(0) != window.get(1)
          || stride.get(0) != stride.get(1)
          || (padding.size() != 0 && (padding.get(0) != 0 || padding.get(1) != 0))
          || (boolean) given[3]) {
        throw new UnsupportedOperationException(
            "pooling with padding, unequal sides, or rounded up");
      }
      NDArrayEx inner = real.getNDArrayInternal();
      NDArray result =
          extract == Operation.Pool.Extract.MAX
              ? inner.maxPool(window, stride, padding, false)
              : inner.avgPool(window, stride, padding, false, true);
      return one(new Operation.Pool(extract, (int) window.get(0), (int) stride.get(0)), result);
    }

    private Optional<Object> softmax(boolean logarithm, Object... given) {
      int axis = (int) given[0];
      return one(
          new Operation.Softmax(axis, logarithm),
          logarithm ? real.logSoftmax(axis) : real.softmax(axis));
    }

    private Optional<Object> arithmetic(Operation.Arithmetic.Kind kind, Object... given) {
      if (!(given[0] instanceof NDArray other)) {
        throw new UnsupportedOperationException("arithmetic with a number");
      }
      NDArray second = isRecorded(other) ? GraphRecorder.recorded(other).real : other;
      NDArray result =
          switch (kind) {
            case ADD -> real.add(second);
            case MUL -> real.mul(second);
            case SUB -> real.sub(second);
          };
      return Optional.of(
          value(new Operation.Arithmetic(kind), List.of(node, operand(other)), result));
    }

    private Optional<Object> reshape(Object... given) {
      Shape shape = given[0] instanceof Shape s ? s : new Shape((long[]) given[0]);
      NDArray result = real.reshape(shape);
      long[] target = result.getShape().getShape();
      if (target[0] != 1) {
        throw new UnsupportedOperationException("a reshape that changes the batch axis");
      }
      target = target.clone();
      target[0] = -1;
      return one(new Operation.Reshape(Arrays.stream(target).boxed().toList()), result);
    }

    /** Sections (a number) or ends (an array), along an axis. */
    private Optional<Object> split(Object... given) {
      int axis = given.length > 1 ? (int) given[1] : 0;
      NDList parts =
          given[0] instanceof long[] ends
              ? real.split(ends, axis)
              : real.split((long) given[0], axis);
      NDList results = new NDList();
      long from = 0;
      for (NDArray part : parts) {
        long to = from + part.getShape().get(axis);
        results.add(value(new Operation.Slice(axis, from, to, 1), List.of(node), part));
        from = to;
      }
      return Optional.of(results);
    }

    private Optional<Object> slices(Object... given) {
      if (given.length != 1 || !(given[0] instanceof NDIndex index)) {
        return Optional.empty();
      }
      int at = node;
      NDArray result = real;
      int axis = 0;
      for (NDIndexElement element : index.getIndices()) {
        if (element instanceof NDIndexSlice slice) {
          long length = result.getShape().get(axis);
          long from = slice.getMin() == null ? 0 : slice.getMin();
          long to = slice.getMax() == null ? length : Math.min(length, slice.getMax());
          long step = slice.getStep() == null ? 1 : slice.getStep();
          if (from < 0 || to < 0) {
            throw new UnsupportedOperationException("a slice counted from the end");
          }
          result = result.get(new NDIndex().addAllDim(axis).addSliceDim(from, to, step));
          at =
              GraphRecorder.recorded(
                      value(new Operation.Slice(axis, from, to, step), List.of(at), result))
                  .node();
        } else if (!(element instanceof NDIndexAll)) {
          throw new UnsupportedOperationException("an index that is not a slice");
        }
        axis++;
      }
      ModelGraph.Node last = nodes.get(at);
      return Optional.of(
          at == node
              ? value(last.operation(), last.inputs(), real)
              : value(last.operation(), last.inputs(), result));
    }

    private Optional<Object> concat(Object... given) {
      int axis = given.length > 1 ? (int) given[1] : 0;
      List<Object> others =
          given[0] instanceof NDList more ? new ArrayList<>(more) : List.of(given[0]);
      NDList all = new NDList(real);
      List<Integer> inputs = new ArrayList<>(List.of(node));
      for (Object other : others) {
        all.add(isRecorded(other) ? GraphRecorder.recorded(other).real : (NDArray) other);
        inputs.add(operand(other));
      }
      NDArray result = NDArrays.concat(all, axis);
      return Optional.of(value(new Operation.Concatenation(axis), inputs, result));
    }

    private Optional<Object> pad(Object... given) {
      Shape pairs = (Shape) given[0];
      NDArray result = real.pad(pairs, (double) given[1]);
      if ((double) given[1] != 0) {
        throw new UnsupportedOperationException("padding with another number than 0");
      }
      return one(new Operation.Padding(Arrays.stream(pairs.getShape()).boxed().toList()), result);
    }

    private Optional<Object> interpolation(Object... given) {
      long[] size = (long[]) given[0];
      int mode = (int) given[1];
      if (mode > 1 || (boolean) given[2]) {
        throw new UnsupportedOperationException("this interpolation");
      }
      return one(
          new Operation.Interpolation(size[0], size[1], mode == 1),
          real.getNDArrayInternal().interpolation(size, mode, false));
    }
  }
}
