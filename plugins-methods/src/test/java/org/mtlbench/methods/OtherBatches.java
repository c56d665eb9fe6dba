package org.mtlbench.methods;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.TaskGradients;

/**
 * Fixed gradients of a step and of its further batches.
 *
 * @param own those of the step
 * @param further those of other batches
 */
public record OtherBatches(TaskGradients own, Map<FurtherBatch, TaskGradients> further)
    implements TaskGradients {
  @Override
  public int tasks() {
    return own.tasks();
  }

  @Override
  public NDArray rows() {
    return own.rows();
  }

  @Override
  public NDArray gramianTensor() {
    return own.gramianTensor();
  }

  @Override
  public double[][] gramian() {
    return own.gramian();
  }

  @Override
  public double[] losses() {
    return own.losses();
  }

  @Override
  public double learningRate() {
    return own.learningRate();
  }

  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    return further.get(batch);
  }

  @Override
  public RandomGenerator random() {
    return own.random();
  }
}
