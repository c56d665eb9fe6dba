package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.mtlbench.api.layer.ForwardMode;

/**
 * Average pooling with a stride equal to its window; a remainder at the edge is dropped.
 *
 * @param window side of the square window, at least 1
 */
public record AveragePool(int window) implements ParameterlessSpec {
  @Override
  public boolean channelwise() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    return Spatial.pooled(this, input, window);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    Shape side = new Shape(window, window);
    return Pool.avgPool2d(x, side, side, new Shape(0, 0), false, true);
  }
}
