package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** The training loss of a task; a mean over the batch. */
public enum Loss {
  /** -mean log p(target); output (N, classes) of log-probabilities, target (N) of class indices. */
  NEGATIVE_LOG_LIKELIHOOD {
    @Override
    public NDArray of(NDArray output, NDArray target) {
      NDArray index = target.toType(DataType.INT64, false).expandDims(1);
      return output.gather(index, 1).mean().neg();
    }
  },

  /** mean (output - target)^2; output (N, width), target (N, width) or (N) for a width of 1. */
  MEAN_SQUARED_ERROR {
    @Override
    public NDArray of(NDArray output, NDArray target) {
      return output.sub(target.reshape(output.getShape())).square().mean();
    }
  };

  /**
   * The loss as a scalar that carries the gradient to {@code output}.
   *
   * @param output what the network gave for a batch
   * @param target the batch's target
   */
  public abstract NDArray of(NDArray output, NDArray target);
}
