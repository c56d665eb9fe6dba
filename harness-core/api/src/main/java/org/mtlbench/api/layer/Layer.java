package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A differentiable function with parameters. */
public interface Layer {
  /**
   * Computes the output, attached to the input's manager.
   *
   * @param x float32, batch first
   */
  NDArray forward(NDArray x, ForwardMode mode);

  /** The parameters, buffers included, in a stable order; empty for a function without any. */
  default List<Parameter> parameters() {
    return List.of();
  }
}
