package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The losses of a batch as tensors with gradients. They stay on the device until their numbers are
 * requested.
 */
public final class TaskLosses {
  private final List<NDArray> tensors;
  private final Batch batch;
  private final List<Task> tasks;
  private final NDArray vector;
  private Optional<double[]> values = Optional.empty();

  private TaskLosses(List<NDArray> tensors, Batch batch, List<Task> tasks) {
    this.tensors = List.copyOf(tensors);
    this.batch = batch;
    this.tasks = tasks;
    this.vector = NDArrays.stack(new NDList(tensors));
  }

  /**
   * Runs a training forward pass.
   *
   * @param network serves all tasks of the dataset
   */
  public static TaskLosses of(Network network, Batch batch, List<Task> tasks) {
    return of(network.predict(batch.inputs(), ForwardMode.TRAINING), batch, tasks);
  }

  /**
   * The losses of given outputs.
   *
   * @param outputs one per task
   */
  public static TaskLosses of(List<NDArray> outputs, Batch batch, List<Task> tasks) {
    List<NDArray> tensors = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      tensors.add(tasks.get(t).loss().of(outputs.get(t), batch.targets().get(t)));
    }
    return new TaskLosses(tensors, batch, tasks);
  }

  /** One scalar per task, with gradients. */
  public List<NDArray> tensors() {
    return tensors;
  }

  /** The losses as one tensor with gradients, float32, (K). */
  public NDArray stacked() {
    return vector;
  }

  /** The losses as one tensor without gradients, float32, (K). */
  public NDArray vector() {
    try (GradientMode off = GradientMode.off()) {
      return vector.stopGradient();
    }
  }

  /**
   * The losses as numbers; read from the device in the first call.
   *
   * @throws DivergedException if a loss is NaN or infinite
   */
  public double[] values() {
    if (values.isEmpty()) {
      float[] read = vector.toFloatArray();
      double[] wide = new double[read.length];
      for (int t = 0; t < wide.length; t++) {
        wide[t] = read[t];
        check(wide[t], tasks.get(t), batch.epoch(), batch.index());
      }
      values = Optional.of(wide);
    }
    return values.get().clone();
  }

  /**
   * Checks a loss.
   *
   * @param epoch counted from 1
   * @param step index within the epoch, from 0
   * @throws DivergedException if it is NaN or infinite
   */
  static void check(double loss, Task task, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException("the loss of task " + task.name(), loss, epoch, step);
    }
  }

  /**
   * The weighted sum as a tensor with gradients.
   *
   * @param weights (K), of any floating-point type
   */
  public NDArray weightedSum(NDArray weights) {
    return vector.mul(weights.toType(vector.getDataType(), false)).sum();
  }

  /** The weighted sum with weights that are sent to the device in this call. */
  public NDArray weightedSum(double[] weights) {
    return weightedSum(vector.getManager().create(weights));
  }

  /** The sum as a tensor with gradients. */
  public NDArray sum() {
    return vector.sum();
  }
}
