package org.mtlbench.api.method;

import java.util.random.RandomGenerator;

/** A training step as seen by a weighting. */
public interface Step {
  /** The epoch, counted from 1. */
  int epoch();

  /** The step within the epoch, counted from 0. */
  int index();

  /** The learning rate of the step's update. */
  double learningRate();

  /** The task losses before the step. The first call waits for the device. */
  double[] losses();

  /** The task losses on the same batch after the step; costs one forward pass when called. */
  double[] lossesAfter();

  /**
   * The Euclidean norm of each task's gradient of the trunk; costs one backward pass per task when
   * called.
   */
  double[] gradientNorms();

  /**
   * Losses and trunk gradients of the current parameters on another batch; costs one forward pass
   * and one backward pass per task.
   *
   * @throws IllegalStateException if the method did not {@linkplain Weighting#furtherBatches
   *     declare} it
   */
  TaskGradients gradientsOn(FurtherBatch batch);

  /** The random generator of the step. */
  RandomGenerator random();
}
