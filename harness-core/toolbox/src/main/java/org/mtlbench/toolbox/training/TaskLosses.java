package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.ScalarMath;

/**
 * The losses of a batch as tensors with gradients, and as numbers.
 *
 * @param tensors one scalar per task
 * @param values the same as numbers, all finite
 */
public record TaskLosses(List<NDArray> tensors, double[] values) {
  /**
   * Runs a training forward pass.
   *
   * @param network serves all tasks of the dataset
   * @throws DivergedException if a loss is NaN or infinite
   */
  public static TaskLosses of(Network network, Batch batch, List<Task> tasks) {
    return of(network.predict(batch.inputs(), ForwardMode.TRAINING), batch, tasks);
  }

  /**
   * The losses of given outputs.
   *
   * @param outputs one per task
   * @throws DivergedException if a loss is NaN or infinite
   */
  public static TaskLosses of(List<NDArray> outputs, Batch batch, List<Task> tasks) {
    List<NDArray> tensors = new ArrayList<>();
    double[] values = new double[tasks.size()];
    for (int t = 0; t < tasks.size(); t++) {
      NDArray loss = tasks.get(t).loss().of(outputs.get(t), batch.targets().get(t));
      tensors.add(loss);
      values[t] = loss.getFloat();
      if (!Double.isFinite(values[t])) {
        throw new DivergedException(
            "the loss of task " + tasks.get(t).name(), values[t], batch.epoch(), batch.index());
      }
    }
    return new TaskLosses(tensors, values);
  }

  /** The weighted sum as a tensor with gradients. */
  public NDArray weightedSum(double[] weights) {
    NDArray sum = ScalarMath.multiply(tensors.get(0), weights[0]);
    for (int t = 1; t < weights.length; t++) {
      sum = sum.add(ScalarMath.multiply(tensors.get(t), weights[t]));
    }
    return sum;
  }
}
