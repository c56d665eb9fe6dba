package org.mtlbench.methods.mtan;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;

/**
 * The layers of the attention modules of a trunk. The module of a stage has the same layers as the
 * stage, preceded by a width-preserving layer before the first convolution or linear layer (a 1x1
 * convolution, or a square linear layer, then a ReLU), and with a sigmoid in place of the last
 * activation. Its output has the shape of the stage's output and values in (0, 1). If the stage has
 * a normalisation, so does the additional layer.
 *
 * @param modules the layers of each module; the i-th attends to the trunk's stage i + 1
 * @param multiplyAdds multiply-adds of the forward pass of one example through all modules
 */
record AttentionLayers(List<List<LayerSpec>> modules, long multiplyAdds) {
  AttentionLayers {
    modules = modules.stream().map(List::copyOf).toList();
  }

  /**
   * The attention of one task.
   *
   * @throws InvalidConfigException if the tasks do not share a trunk of two or more stages, or a
   *     stage cannot have attention
   */
  static AttentionLayers of(Blueprint network) {
    List<Blueprint.Stage> trunk = network.trunk();
    if (trunk.size() < 2) {
      throw new InvalidConfigException(
          "trunk",
          trunk.isEmpty() ? "no trunk shared by all tasks" : "a single stage",
          "a shared trunk of at least 2 stages for attention, which starts at the second");
    }
    List<List<LayerSpec>> modules = new ArrayList<>();
    long cost = 0;
    for (int i = 1; i < trunk.size(); i++) {
      String place = "trunk[" + i + "]";
      Shape read = trunk.get(i - 1).output();
      List<LayerSpec> module = module(place, trunk.get(i).layers(), read);
      Shape given = LayerShapes.output("attention on " + place, module, read);
      if (!given.equals(trunk.get(i).output())) {
        throw new InvalidConfigException(
            place, "attention of " + given, "that of the stage, " + trunk.get(i).output());
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
      if (stage.get(i).hasRows()) {
        return i;
      }
    }
    throw new InvalidConfigException(
        place,
        "neither a convolution nor a linear layer",
        "at least one of them, which the attention needs");
  }

  private static int last(List<LayerSpec> stage) {
    int last = stage.size() - 1;
    while (!stage.get(last).hasRows()) {
      last--;
    }
    return last;
  }
}
