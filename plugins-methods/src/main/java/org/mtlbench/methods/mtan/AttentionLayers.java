package org.mtlbench.methods.mtan;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.toolbox.network.Dimensions;
import org.mtlbench.toolbox.network.NetworkDimensions;

/**
 * What the attention on a trunk is made of. The attention on a stage has the stage's own layers,
 * with a layer before the first convolution or linear layer that keeps the width (a 1x1
 * convolution, or a square linear layer, then a ReLU) and a sigmoid in the place of the last
 * activation, so that it has the shape of the stage's output and values in (0, 1). Where the stage
 * normalises, the layer before does too.
 *
 * @param modules the layers of each module; the i-th attends to the trunk's stage i + 1
 * @param multiplyAdds of one example's forward pass through all of them
 */
record AttentionLayers(List<List<LayerSpec>> modules, long multiplyAdds) {
  AttentionLayers {
    modules = modules.stream().map(List::copyOf).toList();
  }

  /**
   * The attention of one task.
   *
   * @throws InvalidConfigException if the trunk has a single stage, or a stage that cannot be
   *     attended
   */
  static AttentionLayers of(NetworkSpec parts) {
    NetworkDimensions dimensions = NetworkDimensions.of(parts);
    int stages = parts.trunk().size();
    if (stages < 2) {
      throw new InvalidConfigException(
          "trunk", "a single stage", "at least 2 stages for attention, which starts at the second");
    }
    List<List<LayerSpec>> modules = new ArrayList<>();
    long cost = 0;
    for (int stage = 1; stage < stages; stage++) {
      String place = "trunk[" + stage + "]";
      List<LayerSpec> module = module(place, parts.trunk().get(stage));
      Dimensions read = dimensions.stages().get(stage - 1);
      Dimensions given = read.after("attention on " + place, module);
      if (!given.equals(dimensions.stages().get(stage))) {
        throw new InvalidConfigException(
            place, "attention of " + given, "that of the stage, " + dimensions.stages().get(stage));
      }
      cost += read.multiplyAdds("attention on " + place, module);
      modules.add(module);
    }
    return new AttentionLayers(modules, cost);
  }

  private static List<LayerSpec> module(String place, List<LayerSpec> stage) {
    int first = first(place, stage);
    boolean normalised = stage.stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
    List<LayerSpec> layers = new ArrayList<>(stage.subList(0, first));
    layers.addAll(widthKeeping(stage.get(first), normalised));
    int last = last(stage);
    layers.addAll(stage.subList(first, last + 1));
    stage.subList(last + 1, stage.size()).stream()
        .filter(layer -> !activation(layer))
        .forEach(layers::add);
    layers.add(new LayerSpec.Sigmoid());
    return layers;
  }

  private static List<LayerSpec> widthKeeping(LayerSpec next, boolean normalised) {
    List<LayerSpec> layers = new ArrayList<>();
    int width;
    if (next instanceof LayerSpec.Convolution convolution) {
      width = convolution.in();
      layers.add(new LayerSpec.Convolution(width, width, 1));
    } else {
      width = ((LayerSpec.Linear) next).in();
      layers.add(new LayerSpec.Linear(width, width));
    }
    if (normalised) {
      layers.add(new LayerSpec.BatchNorm(width));
    }
    layers.add(new LayerSpec.Relu());
    return layers;
  }

  private static int first(String place, List<LayerSpec> stage) {
    for (int i = 0; i < stage.size(); i++) {
      if (weighted(stage.get(i))) {
        return i;
      }
    }
    throw new InvalidConfigException(
        place, "neither a convolution nor a linear layer", "one of them for attention to learn");
  }

  private static int last(List<LayerSpec> stage) {
    int last = stage.size() - 1;
    while (!weighted(stage.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean weighted(LayerSpec layer) {
    return layer instanceof LayerSpec.Convolution || layer instanceof LayerSpec.Linear;
  }

  private static boolean activation(LayerSpec layer) {
    return layer instanceof LayerSpec.Relu
        || layer instanceof LayerSpec.Sigmoid
        || layer instanceof LayerSpec.LogSoftmax;
  }
}
