package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.Upsampling;

/**
 * The layers of a monitor: the first stage of the trunk with twice the channels, then a linear
 * layer to the width of the trunk's feature and ReLU. For a spatial feature, a 1x1 convolution to
 * its channels and bilinear upsampling to its size replace the linear layer.
 */
final class Monitor {
  private static final int WIDENING = 2;

  private Monitor() {}

  /**
   * The layers of a monitor for a trunk.
   *
   * @throws InvalidConfigException if the widened stage does not fit, or is smaller than the
   *     feature
   */
  static List<LayerSpec> layers(Blueprint network) {
    List<LayerSpec> layers = new ArrayList<>(widened(network));
    Shape shape = LayerShapes.output("monitor", layers, network.input());
    Shape feature = network.trunkFeature();
    int width = Math.toIntExact(feature.get(0));
    if (feature.dimension() == 1) {
      if (shape.dimension() != 1) {
        layers.add(new Flatten());
      }
      layers.add(new Linear(Math.toIntExact(shape.size()), width));
    } else {
      layers.add(new Convolution(Math.toIntExact(shape.get(0)), width, 1));
      layers.add(
          new Upsampling(
              Math.toIntExact(feature.get(1)),
              Math.toIntExact(feature.get(2)),
              Upsampling.Mode.BILINEAR));
    }
    layers.add(Activation.RELU);
    LayerShapes.output("monitor", layers, network.input());
    return layers;
  }

  private static List<LayerSpec> widened(Blueprint network) {
    try {
      return LayerShapes.widened(network.trunk().get(0).layers(), network.input(), WIDENING);
    } catch (LayerMisfitException e) {
      throw new InvalidConfigException("monitor", e.found(), e.expected());
    }
  }
}
