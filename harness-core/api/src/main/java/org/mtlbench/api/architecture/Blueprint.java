package org.mtlbench.api.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.layer.LayerSpec;

/**
 * Describes a network without any tensor: shapes of one example, without the batch axis, and the
 * multiply-adds of its forward pass. Normalisations, pools and activations count as 0.
 *
 * @param input what the network reads
 * @param trunk the stages of the trunk that all tasks share, in order; empty for an architecture
 *     without one. The network is a {@link StagedNetwork} of these stages if there are any
 * @param shared multiply-adds that all tasks have in common, those of the trunk included
 * @param features what the head of each task reads, with the multiply-adds that the feature costs
 *     beside the shared ones
 * @param heads what the head of each task gives, with the multiply-adds of the head
 */
public record Blueprint(
    Shape input, List<Stage> trunk, long shared, List<Part> features, List<Part> heads) {
  /**
   * A stage of the trunk.
   *
   * @param layers its layers
   * @param output the shape that it gives
   * @param multiplyAdds of its layers
   */
  public record Stage(List<LayerSpec> layers, Shape output, long multiplyAdds) {
    public Stage {
      layers = List.copyOf(layers);
    }
  }

  /**
   * A part of a network.
   *
   * @param output the shape that it gives
   * @param multiplyAdds of its layers
   */
  public record Part(Shape output, long multiplyAdds) {}

  public Blueprint {
    trunk = List.copyOf(trunk);
    features = List.copyOf(features);
    heads = List.copyOf(heads);
    if (heads.isEmpty() || features.size() != heads.size()) {
      throw new IllegalArgumentException(
          "found "
              + features.size()
              + " features and "
              + heads.size()
              + " heads, expected one of each per task");
    }
  }

  /** The network with a trunk that all tasks share. */
  public static Blueprint staged(
      Shape input, List<Stage> trunk, List<Part> features, List<Part> heads) {
    long shared = trunk.stream().mapToLong(Stage::multiplyAdds).sum();
    return new Blueprint(input, trunk, shared, features, heads);
  }

  /** Number of tasks. */
  public int tasks() {
    return heads.size();
  }

  /** Whether all tasks share a trunk in stages. */
  public boolean staged() {
    return !trunk.isEmpty();
  }

  /**
   * What the trunk gives.
   *
   * @throws IllegalStateException if there is no shared trunk
   */
  public Shape trunkFeature() {
    if (!staged()) {
      throw new IllegalStateException("the architecture has no shared trunk");
    }
    return trunk.get(trunk.size() - 1).output();
  }

  /** Multiply-adds of the whole network. */
  public long multiplyAdds() {
    return shared + sum(features) + sum(heads);
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(Part::multiplyAdds).sum();
  }
}
