package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;

/**
 * A sequence of layers. A channels-last input keeps its layout up to the first flatten, which
 * orders values channel by channel in any layout.
 *
 * <p>Parameters are named {@code <part>.<kind><number>.<tensor>}, for example {@code
 * trunk.conv1.weight}; the number is omitted if a part has only one layer of the kind. Convolutions
 * and linear layers have {@code weight} and {@code bias}, batch normalisations {@code scale},
 * {@code shift} and the running {@code mean} and {@code variance}.
 */
public final class Chain implements Layer {
  private final List<Layer> layers;

  /**
   * @param layers layers in order of execution; an empty chain is the identity
   */
  public Chain(List<Layer> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * Creates a chain with PyTorch's default initialisation.
   *
   * @param name name of the part, the prefix of its parameters' names; part of their seed
   * @param role owner of the parameters
   * @param firstReadsInput whether the first convolution or linear layer reads the input image, and
   *     so has position {@link Position#INPUT}
   * @param lastGivesOutput whether the last convolution or linear layer computes the output of a
   *     task, and so has position {@link Position#OUTPUT}; all other layers are {@link
   *     Position#HIDDEN}
   * @param manager owner of the parameters
   */
  public static Chain of(
      String name,
      List<LayerSpec> specs,
      Role role,
      boolean firstReadsInput,
      boolean lastGivesOutput,
      NDManager manager,
      Randomness random) {
    return stages(name, List.of(specs), role, firstReadsInput, lastGivesOutput, manager, random)
        .get(0);
  }

  /**
   * Creates one chain per stage of a part; layers are named and positioned as in a single chain,
   * see {@link #of}.
   */
  public static List<Chain> stages(
      String name,
      List<List<LayerSpec>> stages,
      Role role,
      boolean firstReadsInput,
      boolean lastGivesOutput,
      NDManager manager,
      Randomness random) {
    List<LayerSpec> all = stages.stream().flatMap(List::stream).toList();
    List<String> names = names(all);
    int input = firstReadsInput ? firstWithRows(all) : -1;
    int output = lastGivesOutput ? lastWithRows(all) : -1;

    List<Chain> chains = new ArrayList<>();
    int index = 0;
    for (List<LayerSpec> stage : stages) {
      List<Layer> layers = new ArrayList<>();
      boolean flat = false;
      for (LayerSpec spec : stage) {
        String full = name + "." + names.get(index);
        Position position = position(index, input, output);
        Layer layer = spec.create(new LayerContext(full, role, position, manager, random));
        if (layer instanceof LinearLayer linear && flat) {
          layers.set(layers.size() - 1, new FlattenedLinearLayer(linear));
        } else {
          layers.add(layer);
        }
        flat = spec instanceof Flatten;
        index++;
      }
      chains.add(new Chain(layers));
    }
    return List.copyOf(chains);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return forward(0, x, mode);
  }

  private NDArray forward(int from, NDArray x, ForwardMode mode) {
    NDArray y = x;
    for (Layer layer : layers.subList(from, layers.size())) {
      y = layer.forward(y, mode);
    }
    return y;
  }

  /**
   * The outputs of chains that read the same image, in their order. If all begin with convolutions
   * of the same kernel size, these are computed as one wide convolution, and so are following pools
   * and activations that all have in common: the image is read only once, and one wide tensor is
   * faster than several narrow ones.
   *
   * @param x (N, C, H, W)
   */
  public static List<NDArray> together(List<Chain> chains, NDArray x, ForwardMode mode) {
    List<ConvolutionLayer> convolutions = firstConvolutions(chains);
    if (convolutions.size() < chains.size()) {
      return chains.stream().map(chain -> chain.forward(x, mode)).toList();
    }
    NDArray wide = ConvolutionLayer.together(convolutions, x, mode);
    int next = 1;
    while (allHaveChannelwise(chains, next)) {
      wide = chains.get(0).layers.get(next).forward(wide, mode);
      next++;
    }
    List<NDArray> parts = ConvolutionLayer.split(wide, convolutions);
    List<NDArray> outputs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      outputs.add(chains.get(i).forward(next, parts.get(i), mode));
    }
    return outputs;
  }

  private static List<ConvolutionLayer> firstConvolutions(List<Chain> chains) {
    List<ConvolutionLayer> found = new ArrayList<>();
    for (Chain chain : chains) {
      if (!chain.layers.isEmpty()
          && chain.layers.get(0) instanceof ConvolutionLayer first
          && (found.isEmpty() || found.get(0).suits(first))
          && chain.layers.stream().noneMatch(BatchNormLayer.class::isInstance)) {
        found.add(first);
      }
    }
    return found;
  }

  private static boolean allHaveChannelwise(List<Chain> chains, int index) {
    return chains.stream().allMatch(chain -> index < chain.layers.size())
        && chains.get(0).layers.get(index) instanceof ParameterlessSpec first
        && first.channelwise()
        && chains.stream().allMatch(chain -> chain.layers.get(index).equals(first));
  }

  @Override
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  private static Position position(int index, int input, int output) {
    if (index == output) {
      return Position.OUTPUT;
    }
    return index == input ? Position.INPUT : Position.HIDDEN;
  }

  private static int firstWithRows(List<LayerSpec> specs) {
    int i = 0;
    while (i < specs.size() && !specs.get(i).hasRows()) {
      i++;
    }
    return i < specs.size() ? i : -1;
  }

  private static int lastWithRows(List<LayerSpec> specs) {
    int i = specs.size() - 1;
    while (i >= 0 && !specs.get(i).hasRows()) {
      i--;
    }
    return i;
  }

  /** The kinds, numbered from 1 if a kind occurs more than once. */
  private static List<String> names(List<LayerSpec> specs) {
    List<String> kinds = specs.stream().map(LayerSpec::kind).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      String kind = kinds.get(i);
      boolean numbered = !kind.isEmpty() && count(kinds, kind) > 1;
      names.add(numbered ? kind + (count(kinds.subList(0, i), kind) + 1) : kind);
    }
    return names;
  }

  private static long count(List<String> kinds, String kind) {
    return kinds.stream().filter(k -> Objects.equals(k, kind)).count();
  }
}
