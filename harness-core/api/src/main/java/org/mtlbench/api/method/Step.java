package org.mtlbench.api.method;

import java.util.random.RandomGenerator;

/** One training step as a weighting sees it. */
public interface Step {
  /** The epoch, from 1. */
  int epoch();

  /** The step within the epoch, from 0. */
  int index();

  /** The learning rate of the step's update. */
  double learningRate();

  /** The task losses before the step. */
  double[] losses();

  /** The task losses on the same batch after the step; one more forward pass when asked for. */
  double[] lossesAfter();

  /**
   * Euclidean norm of each task's gradient of the trunk; one backward pass per task when asked for.
   */
  double[] gradientNorms();

  /**
   * Losses and trunk gradients of the present parameters on another batch; one forward pass and one
   * backward pass per task.
   *
   * @throws IllegalStateException if the method did not {@linkplain Weighting#furtherBatches
   *     declare} it
   */
  TaskGradients gradientsOn(FurtherBatch batch);

  /** The step's own generator. */
  RandomGenerator random();
}
