package org.mtlbench.datasets.table;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.loss.Losses;
import org.mtlbench.toolbox.metric.Metrics;
import org.mtlbench.toolbox.metric.ScaledMetric;
import org.mtlbench.toolbox.task.Tasks;

/**
 * A task of a table with its labels. Real numbers are standardised with the mean and deviation of
 * the training rows; their metrics are in the units of the table.
 *
 * @param task the task
 * @param columns the label of a row in each column; NaN if missing
 */
public record TableTarget(Task task, List<IntToDoubleFunction> columns) {
  public TableTarget {
    columns = List.copyOf(columns);
  }

  /**
   * The task of a target.
   *
   * @param splits the split of each row; numbers are standardised by training rows
   */
  public static TableTarget of(TargetColumns target, SplitName[] splits) {
    if (target instanceof TargetColumns.Classes classes) {
      return new TableTarget(
          Tasks.classification(target.name(), classes.classes().size()),
          List.of(row -> known(classes.codes()[row])));
    }
    if (target instanceof TargetColumns.Labels labels) {
      return new TableTarget(
          Tasks.multiLabel(target.name(), labels.labels().size()),
          labels.values().stream().<IntToDoubleFunction>map(v -> row -> known(v[row])).toList());
    }
    return of((TargetColumns.Numbers) target, splits);
  }

  private static TableTarget of(TargetColumns.Numbers target, SplitName[] splits) {
    List<Moments> moments =
        target.values().stream().map(values -> Moments.of(values, splits)).toList();
    List<Double> scale = moments.stream().map(Moments::deviation).toList();
    List<Metric> metrics =
        Stream.of(Metrics.RMSE, Metrics.MAE, Metrics.R2)
            .<Metric>map(metric -> new ScaledMetric(metric, scale))
            .toList();
    List<IntToDoubleFunction> columns = new ArrayList<>();
    for (int c = 0; c < moments.size(); c++) {
      Moments fitted = moments.get(c);
      double[] values = target.values().get(c);
      columns.add(row -> fitted.standardise(values[row]));
    }
    return new TableTarget(
        new Task(target.name(), new Target.Real(scale.size()), Losses.MEAN_SQUARED_ERROR, metrics),
        columns);
  }

  private static double known(int code) {
    return code < 0 ? Double.NaN : code;
  }

  /** The labels of the given rows. */
  public Labelled labels(int[] rows, NDManager manager) {
    int width = columns.size();
    double[] values = new double[Math.multiplyExact(rows.length, width)];
    boolean[] known = new boolean[values.length];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      double value = columns.get(i % width).applyAsDouble(rows[i / width]);
      known[i] = !Double.isNaN(value);
      values[i] = known[i] ? value : 0;
      complete &= known[i];
    }
    NDArray labels = tensor(values, rows.length, manager);
    return complete
        ? Labelled.complete(labels)
        : Labelled.masked(labels, manager.create(known, labels.getShape()));
  }

  private NDArray tensor(double[] values, int rows, NDManager manager) {
    if (task.target() instanceof Target.Classes) {
      long[] classes = new long[values.length];
      for (int i = 0; i < values.length; i++) {
        classes[i] = (long) values[i];
      }
      return manager.create(classes);
    }
    float[] numbers = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = (float) values[i];
    }
    return manager.create(numbers, new Shape(rows, columns.size()));
  }
}
