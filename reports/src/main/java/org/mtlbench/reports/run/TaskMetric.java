package org.mtlbench.reports.run;

import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * One metric of one task. Values are in displayed units: percent for proportions.
 *
 * @param task name of the task
 * @param metric one of its metrics
 */
public record TaskMetric(String task, MetricRecord metric) {
  /** The primary metric of a task. */
  public static TaskMetric primary(TaskRecord task) {
    return new TaskMetric(task.name(), task.primary());
  }

  /** The score of a cell on the test split. */
  public Optional<Double> test(CellRecord cell) {
    return cell.test().map(SplitRecord::scores).flatMap(this::of);
  }

  /** The score of a cell on the validation split. */
  public Optional<Double> validation(CellRecord cell) {
    return cell.validation().map(SplitRecord::scores).flatMap(this::of);
  }

  /** The score of the constant predictor on the test split. */
  public Optional<Double> constant(CellRecord cell) {
    return cell.constantPredictor().flatMap(known -> of(known.test()));
  }

  /** The value of this metric in a set of scores. */
  public Optional<Double> of(Scores scores) {
    return scores.find(task, metric.id()).map(metric::displayed);
  }
}
