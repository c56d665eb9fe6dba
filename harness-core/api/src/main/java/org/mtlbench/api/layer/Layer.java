package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A differentiable function with parameters. */
public interface Layer {
  /**
   * The layer's output, attached to the input's manager.
   *
   * @param x float32, the batch first
   */
  NDArray forward(NDArray x, ForwardMode mode);

  /** Its parameters, buffers included, in a stable order; empty for a function without any. */
  default List<Parameter> parameters() {
    return List.of();
  }
}
