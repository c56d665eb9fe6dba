package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;

/** Shapes and costs of sequences of layers. */
public final class LayerShapes {
  private LayerShapes() {}

  /**
   * The output shape of one example.
   *
   * @param place location of the layers for messages, for example {@code trunk}
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
   * The same layers for an input with another number of channels, each with {@code factor} times as
   * many output channels; see {@link LayerSpec#widened}.
   *
   * @throws LayerMisfitException if a layer does not fit its input
   */
  public static List<LayerSpec> widened(List<LayerSpec> layers, Shape input, int factor) {
    List<LayerSpec> wide = new ArrayList<>();
    Shape shape = input;
    for (LayerSpec layer : layers) {
      wide.add(layer.widened(shape, factor));
      shape = wide.get(wide.size() - 1).output(shape);
    }
    return List.copyOf(wide);
  }

  /**
   * Multiply-adds of one example's forward pass; layers that are cheap compared with convolutions
   * and linear layers count as 0.
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
