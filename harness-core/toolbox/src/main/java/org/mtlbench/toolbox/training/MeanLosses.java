package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Means of the task losses over all labels of an epoch. The losses stay on the device until the
 * means are requested.
 */
public final class MeanLosses implements AutoCloseable {
  private final List<Task> tasks;
  private final StepValues losses = new StepValues();
  private final StepValues counts = new StepValues();
  private int epoch;

  /**
   * Starts before the first step.
   *
   * @param tasks the tasks whose losses are added
   */
  public MeanLosses(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
  }

  /**
   * Adds a batch.
   *
   * @param values mean loss of each task, float32, (K), without gradients
   * @param batch the batch with the labels of these tasks
   */
  public void add(NDArray values, Batch batch) {
    epoch = batch.epoch();
    losses.add(values);
    List<Labelled> targets = batch.targets();
    if (targets.stream().allMatch(target -> target.mask().isEmpty())) {
      counts.add(targets.stream().mapToDouble(Labelled::size).toArray());
    } else {
      counts.add(counts(targets, values));
    }
  }

  /** The number of labels of each task, float64, (K). */
  private static NDArray counts(List<Labelled> targets, NDArray like) {
    try (GradientMode off = GradientMode.off()) {
      NDList parts = new NDList();
      for (Labelled target : targets) {
        parts.add(
            target
                .mask()
                .map(mask -> mask.toType(DataType.FLOAT64, false).sum())
                .orElseGet(() -> like.getManager().full(new Shape(), (float) target.size()))
                .toType(DataType.FLOAT64, false));
      }
      return NDArrays.stack(parts);
    }
  }

  /**
   * The means so far; NaN for a task without labels.
   *
   * @throws DivergedException naming the first step whose loss is NaN or infinite
   */
  public double[] means() {
    double[] sums = new double[tasks.size()];
    double[] labels = new double[tasks.size()];
    List<double[]> values = losses.rows();
    List<double[]> weights = counts.rows();
    for (int step = 0; step < values.size(); step++) {
      for (int t = 0; t < sums.length; t++) {
        TaskLosses.check(values.get(step)[t], tasks.get(t), epoch, step);
        sums[t] += values.get(step)[t] * weights.get(step)[t];
        labels[t] += weights.get(step)[t];
      }
    }
    double[] means = new double[sums.length];
    for (int t = 0; t < means.length; t++) {
      means[t] = sums[t] / labels[t];
    }
    return means;
  }

  /** Frees the tensors of steps that have not been read. */
  @Override
  public void close() {
    losses.close();
    counts.close();
  }
}
