package org.mtlbench.api.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.layer.LayerSpec;

/**
 * The shapes and multiply-adds of a network, computed without creating tensors. Shapes are those of
 * one example, without the batch axis; multiply-adds are those of the forward pass of one example,
 * where normalisation, pooling and activations count as 0.
 *
 * @param input input shape of the network
 * @param trunk stages of the trunk shared by all tasks, in order; empty for an architecture without
 *     a shared trunk. If it is not empty, the network is a {@link StagedNetwork} with these stages
 * @param shared multiply-adds shared by all tasks, including those of the trunk
 * @param features for each task, the shape of the input of its head and the task-specific
 *     multiply-adds up to there
 * @param heads for each task, the shape of the output of its head and the multiply-adds of the head
 */
public record Blueprint(
    Shape input, List<Stage> trunk, long shared, List<Component> features, List<Component> heads) {
  /**
   * A stage of the trunk.
   *
   * @param layers its layers
   * @param output output shape
   * @param multiplyAdds multiply-adds of its layers
   */
  public record Stage(List<LayerSpec> layers, Shape output, long multiplyAdds) {
    public Stage {
      layers = List.copyOf(layers);
    }
  }

  /**
   * A part of a network.
   *
   * @param output output shape
   * @param multiplyAdds multiply-adds of its layers
   */
  public record Component(Shape output, long multiplyAdds) {}

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

  /** The blueprint of a network with a trunk shared by all tasks. */
  public static Blueprint staged(
      Shape input, List<Stage> trunk, List<Component> features, List<Component> heads) {
    long shared = trunk.stream().mapToLong(Stage::multiplyAdds).sum();
    return new Blueprint(input, trunk, shared, features, heads);
  }

  /** Number of tasks. */
  public int tasks() {
    return heads.size();
  }

  /** Whether the network has a trunk in stages, shared by all tasks. */
  public boolean isStaged() {
    return !trunk.isEmpty();
  }

  /**
   * The output shape of the trunk.
   *
   * @throws IllegalStateException if there is no shared trunk
   */
  public Shape trunkFeature() {
    if (!isStaged()) {
      throw new IllegalStateException("the architecture has no shared trunk");
    }
    return trunk.get(trunk.size() - 1).output();
  }

  /** Multiply-adds of the whole network. */
  public long multiplyAdds() {
    return shared + sum(features) + sum(heads);
  }

  private static long sum(List<Component> parts) {
    return parts.stream().mapToLong(Component::multiplyAdds).sum();
  }
}
