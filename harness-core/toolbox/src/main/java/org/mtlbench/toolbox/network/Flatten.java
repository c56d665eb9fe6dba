package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.ForwardMode;

/** (N, C, H, W) to (N, C*H*W), channel by channel in any memory layout. */
public record Flatten() implements ParameterlessSpec {
  @Override
  public Shape output(Shape input) {
    return new Shape(input.size());
  }

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return flat(x);
  }

  /** Flattens; copies a channels-last input, since the result is ordered channel by channel. */
  static NDArray flat(NDArray x) {
    long batch = x.getShape().get(0);
    return x.reshape(batch, x.getShape().slice(1).size());
  }
}
