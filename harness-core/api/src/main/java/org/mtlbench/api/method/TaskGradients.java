package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/** The gradients of K task losses with respect to the P parameters of the trunk. */
public interface TaskGradients {
  /** The number of tasks, K. */
  int tasks();

  /** One gradient per row, (K, P), float32; valid until the step ends. */
  NDArray rows();

  /** J J^T on the device, float64, (K, K). */
  NDArray gramianTensor();

  /** J J^T, K x K. The first call of this or of {@link #losses} waits for the device. */
  double[][] gramian();

  /** The task losses. The first call of this or of {@link #gramian} waits for the device. */
  double[] losses();

  /** The learning rate of the step's update. */
  double learningRate();

  /**
   * Losses and trunk gradients of the current parameters on another batch; costs one forward pass
   * and one backward pass per task.
   *
   * @throws IllegalStateException if the method did not {@linkplain Aggregation#furtherBatches
   *     declare} it
   */
  TaskGradients gradientsOn(FurtherBatch batch);

  /** The random generator of the step. */
  RandomGenerator random();
}
