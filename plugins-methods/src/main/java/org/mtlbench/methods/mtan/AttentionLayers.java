package org.mtlbench.methods.mtan;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
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
    List<Shape> shapes = NetworkDimensions.of(parts).stages();
    int stages = parts.trunk().size();
    if (stages < 2) {
      throw new InvalidConfigException(
          "trunk", "a single stage", "at least 2 stages for attention, which starts at the second");
    }
    List<List<LayerSpec>> modules = new ArrayList<>();
    long cost = 0;
    for (int stage = 1; stage < stages; stage++) {
      String place = "trunk[" + stage + "]";
      Shape read = shapes.get(stage - 1);
      List<LayerSpec> module = module(place, parts.trunk().get(stage), read);
      Shape given = LayerShapes.output("attention on " + place, module, read);
      if (!given.equals(shapes.get(stage))) {
        throw new InvalidConfigException(
            place, "attention of " + given, "that of the stage, " + shapes.get(stage));
      }
      cost += LayerShapes.multiplyAdds(module, read);
      modules.add(module);
    }
    return new AttentionLayers(modules, cost);
  }

  private static List<LayerSpec> module(String place, List<LayerSpec> stage, Shape read) {
    int first = first(place, stage);
    boolean normalised = stage.stream().anyMatch(BatchNorm.class::isInstance);
    List<LayerSpec> before = stage.subList(0, first);
    List<LayerSpec> layers = new ArrayList<>(before);
    layers.addAll(widthKeeping(LayerShapes.output(place, before, read), normalised));
    int last = last(stage);
    layers.addAll(stage.subList(first, last + 1));
    stage.subList(last + 1, stage.size()).stream()
        .filter(layer -> !(layer instanceof Activation))
        .forEach(layers::add);
    layers.add(Activation.SIGMOID);
    return layers;
  }

  private static List<LayerSpec> widthKeeping(Shape shape, boolean normalised) {
    int width = Math.toIntExact(shape.get(0));
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(
        shape.dimension() == 3 ? new Convolution(width, width, 1) : new Linear(width, width));
    if (normalised) {
      layers.add(new BatchNorm(width));
    }
    layers.add(Activation.RELU);
    return layers;
  }

  private static int first(String place, List<LayerSpec> stage) {
    for (int i = 0; i < stage.size(); i++) {
      if (stage.get(i).weighted()) {
        return i;
      }
    }
    throw new InvalidConfigException(
        place, "neither a convolution nor a linear layer", "one of them for attention to learn");
  }

  private static int last(List<LayerSpec> stage) {
    int last = stage.size() - 1;
    while (!stage.get(last).weighted()) {
      last--;
    }
    return last;
  }
}
