package org.mtlbench.reports.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.mtlbench.results.score.MetricRecord;

/**
 * What the scores of a dataset's rows are. Values are in displayed units.
 *
 * @param metrics the primary metric of each task, in task order
 * @param words the headline within a sentence, for example {@code mean test accuracy}
 * @param headline how the headline is shown
 * @param constants the constant predictor's score on the test split by task; empty where no record
 *     knows it
 * @param headlineConstant the constant predictor's headline, where known
 */
public record ChartScores(
    Map<String, MetricRecord> metrics,
    String words,
    MetricRecord headline,
    Map<String, Double> constants,
    OptionalDouble headlineConstant) {
  /** Keeps copies. */
  public ChartScores {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** The headline at the beginning of a sentence. */
  public String title() {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The headline with its unit, for an axis. */
  public String axisTitle() {
    return withUnit(title(), headline);
  }

  /** A text with the unit of a metric in brackets. */
  public static String withUnit(String text, MetricRecord metric) {
    return metric.unit().isEmpty() ? text : text + " (" + metric.unit() + ")";
  }

  /** The metric of a task. */
  public MetricRecord metric(String task) {
    MetricRecord metric = metrics.get(task);
    if (metric == null) {
      throw new IllegalArgumentException("task: " + task + ", allowed: " + metrics.keySet());
    }
    return metric;
  }

  /** Whether all tasks have the same primary metric. */
  public boolean sameMetric() {
    return metrics.values().stream().distinct().count() == 1;
  }

  /** The constant predictor's score on a task. */
  public OptionalDouble constant(String task) {
    Double value = constants.get(task);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
