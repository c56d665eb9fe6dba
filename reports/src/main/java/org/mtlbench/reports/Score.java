package org.mtlbench.reports;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.MetricRecord;

/**
 * A metric on the test split over the seeds of a row. {@link #toString} is as in the tables, {@code
 * 92.05 ± 0.31 %}.
 *
 * @param name the task, or the words for a headline such as {@code mean test accuracy}
 * @param metric what is measured: its unit, and whether high values are better
 * @param value mean, standard deviation and 95 % confidence interval, in the metric's displayed
 *     units, which are percent for shares
 */
public record Score(String name, MetricRecord metric, Summary value) {
  /** Checks presence. */
  public Score {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(value, "value");
  }

  /** The mean. */
  public double mean() {
    return value.mean();
  }

  @Override
  public String toString() {
    return metric.withUnit(NumberFormats.measured(Optional.of(value), metric).text());
  }
}
