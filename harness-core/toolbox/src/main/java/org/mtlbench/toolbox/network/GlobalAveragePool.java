package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.mtlbench.api.layer.ForwardMode;

/** The mean of every channel, (N, C, H, W) to (N, C). */
public record GlobalAveragePool() implements ParameterlessSpec {
  @Override
  public Shape output(Shape input) {
    Spatial.check(this, input);
    return input.slice(0, 1);
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return Pool.globalAvgPool2d(x);
  }
}
