package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;

/** Shapes and costs of layers one after the other. */
public final class LayerShapes {
  private LayerShapes() {}

  /**
   * The output shape of one example.
   *
   * @param place where the layers are, for messages, for example {@code trunk}
   * @throws InvalidConfigException naming the first layer that does not fit its input
   */
  public static Shape output(String place, List<LayerSpec> layers, Shape input) {
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).output(shape);
      } catch (LayerMisfitException e) {
        throw new InvalidConfigException(place + "[" + i + "]", e.found(), e.expected());
      }
    }
    return shape;
  }

  /**
   * Multiply-adds of one example's forward pass; layers that cost little beside convolutions and
   * linear layers count as 0.
   *
   * @param input a shape that {@link #output} accepts
   */
  public static long multiplyAdds(List<LayerSpec> layers, Shape input) {
    Shape shape = input;
    long sum = 0;
    for (LayerSpec layer : layers) {
      sum += layer.multiplyAdds(shape);
      shape = layer.output(shape);
    }
    return sum;
  }
}
