package org.mtlbench.reports.run;

import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * One metric of one task. Values are in displayed units, percent for shares.
 *
 * @param task its name
 * @param metric one of its metrics
 */
public record TaskMetric(String task, MetricRecord metric) {
  /** The metric that headlines use. */
  public static TaskMetric primary(TaskRecord task) {
    return new TaskMetric(task.name(), task.primary());
  }

  /** A cell's value on the test split. */
  public Optional<Double> test(CellRecord cell) {
    return cell.test().map(SplitRecord::scores).flatMap(this::of);
  }

  /** A cell's value on the validation split. */
  public Optional<Double> validation(CellRecord cell) {
    return cell.validation().map(SplitRecord::scores).flatMap(this::of);
  }

  /** The constant predictor's value on the test split. */
  public Optional<Double> constant(CellRecord cell) {
    return cell.constantPredictor().flatMap(known -> of(known.test()));
  }

  /** The value among scores. */
  public Optional<Double> of(Scores scores) {
    return scores.find(task, metric.id()).map(metric::displayed);
  }
}
