package org.mtlbench.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * A task on which the final model of a cell is no better than the constant predictor by the task's
 * primary metric.
 *
 * @param score the task and its primary metric
 * @param value score of the model on the test split, in displayed units
 * @param constant score of the constant predictor on the test split, in displayed units
 */
public record Collapse(TaskMetric score, double value, double constant) {
  private static final double STANDARD_ERRORS = 2;

  /**
   * The collapsed tasks of a cell. For accuracy, a task is collapsed if the model's value is at
   * most {@code p + 2 sqrt(p (1 - p) / n)}, where p is the constant predictor's accuracy on the n
   * test examples and the root is the standard error of a proportion. With p = 1 no model can
   * exceed it, so the task always counts as collapsed. For all other metrics, whose standard error
   * is unknown, a task is collapsed if the model is not better than the constant predictor. Empty
   * if the record has no constant predictor.
   *
   * @param tasks tasks of the cell's dataset
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
    // The standard error of a proportion applies to accuracy only, not to other percentages.
    if (metric.id().equals(MetricRecord.ACCURACY.id())) {
      double error = Math.sqrt(constant * (1 - constant) / examples);
      return metric.higherIsBetter()
          ? value <= constant + STANDARD_ERRORS * error
          : value >= constant - STANDARD_ERRORS * error;
    }
    return metric.higherIsBetter() ? value <= constant : value >= constant;
  }
}
