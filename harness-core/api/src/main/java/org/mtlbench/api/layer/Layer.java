package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;

/** A differentiable function with weights. */
public interface Layer {
  /**
   * The layer's output, attached to the input's manager.
   *
   * @param x float32, the batch first
   */
  NDArray forward(NDArray x, Pass pass);

  /** Its weights, buffers included, in a stable order; empty for a function without any. */
  default List<Weight> weights() {
    return List.of();
  }
}
