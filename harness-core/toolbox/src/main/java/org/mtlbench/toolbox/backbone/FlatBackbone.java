package org.mtlbench.toolbox.backbone;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;

/**
 * A backbone with a flat feature, (N, F), and a linear layer as each head.
 *
 * @param name name for messages, usually the plugin's id
 * @param input shape of one example
 * @param stages layers from the input to the feature
 */
public record FlatBackbone(String name, Shape input, List<List<LayerSpec>> stages)
    implements Backbone {
  /**
   * @throws InvalidConfigException if a layer does not fit, or the feature is not flat
   */
  public FlatBackbone {
    stages = stages.stream().map(List::copyOf).toList();
    Shape feature = feature(name, input, stages);
    if (feature.dimension() != 1) {
      throw new InvalidConfigException(
          "backbone " + name, "a feature of shape " + feature, "a flat feature");
    }
  }

  private static Shape feature(String name, Shape input, List<List<LayerSpec>> stages) {
    Shape shape = input;
    for (int i = 0; i < stages.size(); i++) {
      shape = LayerShapes.output("backbone " + name + ", stage " + i, stages.get(i), shape);
    }
    return shape;
  }

  @Override
  public List<LayerSpec> head(Target target) {
    if (target.dense()) {
      throw new InvalidConfigException(
          "backbone " + name,
          target + " from a flat feature",
          "a target of one value or vector per example, or a backbone with a spatial feature");
    }
    return List.of(
        new Linear(Math.toIntExact(feature(name, input, stages).get(0)), target.outputs()));
  }
}
