package org.mtlbench.toolbox.network;

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
    Dimensions.Spatial input,
    List<Dimensions> stages,
    List<Dimensions> outputs,
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
    Dimensions.Spatial input =
        new Dimensions.Spatial(parts.channels(), parts.height(), parts.width());
    List<Dimensions> stages = new ArrayList<>();
    long trunkCost = 0;
    Dimensions feature = input;
    for (int i = 0; i < parts.trunk().size(); i++) {
      String place = "trunk[" + i + "]";
      trunkCost += feature.multiplyAdds(place, parts.trunk().get(i));
      feature = feature.after(place, parts.trunk().get(i));
      stages.add(feature);
    }
    if (!(feature instanceof Dimensions.Flat)) {
      throw new InvalidConfigException("trunk", "a feature of " + feature, "a flat feature");
    }
    Dimensions mixed = input.after("monitor", parts.monitor());
    if (!parts.monitor().isEmpty() && !mixed.equals(feature)) {
      throw new InvalidConfigException(
          "monitor", "an output of " + mixed, "the trunk's " + feature);
    }
    List<Dimensions> outputs = new ArrayList<>();
    List<Long> headCosts = new ArrayList<>();
    for (int i = 0; i < parts.tasks(); i++) {
      outputs.add(feature.after("heads[" + i + "]", parts.heads().get(i)));
      headCosts.add(feature.multiplyAdds("heads[" + i + "]", parts.heads().get(i)));
    }
    return new NetworkDimensions(
        input,
        stages,
        outputs,
        trunkCost,
        input.multiplyAdds("monitor", parts.monitor()),
        headCosts);
  }

  /** What the trunk gives. */
  public Dimensions feature() {
    return stages.get(stages.size() - 1);
  }
}
