package org.mtlbench.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * A task on which a cell's final model is no better than the constant predictor, by the task's
 * primary metric.
 *
 * @param score the task and its primary metric
 * @param value of the model on the test split, in displayed units
 * @param constant the constant predictor's there, in displayed units
 */
public record Collapse(TaskMetric score, double value, double constant) {
  private static final double STANDARD_ERRORS = 2;

  /**
   * The tasks of a cell that collapsed. By a share such as accuracy, those whose value is at most
   * {@code p + 2 sqrt(p (1 - p) / n)}, where p is the constant predictor's on the n test examples,
   * and the root the standard error of a share of n independent examples. With p = 1 no model can
   * be above it, so the task always counts as collapsed. By any other metric, whose standard error
   * is not known, those that are not better than the constant predictor. None where a record does
   * not know the constant predictor.
   *
   * @param tasks of the cell's dataset
   */
  public static List<Collapse> of(CellRecord cell, List<TaskRecord> tasks) {
    List<Collapse> collapses = new ArrayList<>();
    if (cell.test().isEmpty() || cell.constantPredictor().isEmpty()) {
      return collapses;
    }
    ConstantPredictorRecord predictor = cell.constantPredictor().get();
    for (TaskRecord task : tasks) {
      MetricRecord metric = task.primary();
      Optional<Double> value = cell.test().get().scores().find(task.name(), metric.id());
      Optional<Double> constant = predictor.test().find(task.name(), metric.id());
      if (value.isPresent()
          && constant.isPresent()
          && collapsed(metric, value.get(), constant.get(), predictor.testExamples())) {
        collapses.add(
            new Collapse(
                TaskMetric.primary(task),
                metric.displayed(value.get()),
                metric.displayed(constant.get())));
      }
    }
    return collapses;
  }

  private static boolean collapsed(
      MetricRecord metric, double value, double constant, int examples) {
    // the standard error of a proportion of examples, which other shares are not
    if (metric.id().equals(MetricRecord.ACCURACY.id())) {
      double error = Math.sqrt(constant * (1 - constant) / examples);
      return metric.higherIsBetter()
          ? value <= constant + STANDARD_ERRORS * error
          : value >= constant - STANDARD_ERRORS * error;
    }
    return metric.higherIsBetter() ? value <= constant : value >= constant;
  }
}
