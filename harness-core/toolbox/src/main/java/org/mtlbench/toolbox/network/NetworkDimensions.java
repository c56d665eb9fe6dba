package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.NetworkSpec;

/**
 * The shapes and costs of a dataset's network parts; making one checks that the parts fit together.
 *
 * @param input the image
 * @param stages what each stage of the trunk gives
 * @param outputs what each head gives
 * @param trunkMultiplyAdds multiply-adds of one example's forward pass through the trunk
 * @param monitorMultiplyAdds the same for one monitor; 0 without any
 * @param headMultiplyAdds the same for each head
 */
public record NetworkDimensions(
    Shape input,
    List<Shape> stages,
    List<Shape> outputs,
    long trunkMultiplyAdds,
    long monitorMultiplyAdds,
    List<Long> headMultiplyAdds) {
  public NetworkDimensions {
    stages = List.copyOf(stages);
    outputs = List.copyOf(outputs);
    headMultiplyAdds = List.copyOf(headMultiplyAdds);
  }

  /**
   * The shapes and costs of the parts.
   *
   * @throws InvalidConfigException if the trunk has no stage, its feature is not flat, a monitor
   *     with layers does not give a feature of the same width, or a layer does not fit its input
   */
  public static NetworkDimensions of(NetworkSpec parts) {
    Shape input = new Shape(parts.channels(), parts.height(), parts.width());
    List<Shape> stages = new ArrayList<>();
    long trunkCost = 0;
    Shape feature = input;
    for (int i = 0; i < parts.trunk().size(); i++) {
      String place = "trunk[" + i + "]";
      Shape read = feature;
      feature = LayerShapes.output(place, parts.trunk().get(i), read);
      trunkCost += LayerShapes.multiplyAdds(parts.trunk().get(i), read);
      stages.add(feature);
    }
    if (feature.dimension() != 1) {
      throw new InvalidConfigException("trunk", "a feature of " + feature, "a flat feature");
    }
    Shape mixed = LayerShapes.output("monitor", parts.monitor(), input);
    if (!parts.monitor().isEmpty() && !mixed.equals(feature)) {
      throw new InvalidConfigException(
          "monitor", "an output of " + mixed, "the trunk's " + feature);
    }
    List<Shape> outputs = new ArrayList<>();
    List<Long> headCosts = new ArrayList<>();
    for (int i = 0; i < parts.tasks(); i++) {
      outputs.add(LayerShapes.output("heads[" + i + "]", parts.heads().get(i), feature));
      headCosts.add(LayerShapes.multiplyAdds(parts.heads().get(i), feature));
    }
    return new NetworkDimensions(
        input,
        stages,
        outputs,
        trunkCost,
        LayerShapes.multiplyAdds(parts.monitor(), input),
        headCosts);
  }

  /** What the trunk gives. */
  public Shape feature() {
    return stages.get(stages.size() - 1);
  }
}
