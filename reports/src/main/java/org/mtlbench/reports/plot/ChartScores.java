package org.mtlbench.reports.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.mtlbench.results.score.MetricRecord;

/**
 * Describes the scores of a dataset's rows. Values are in displayed units.
 *
 * @param metrics the primary metric of each task, in task order
 * @param phrase the headline as used within a sentence, for example {@code mean test accuracy}
 * @param subject the headline without mean and split, as used in titles, for example {@code
 *     accuracy}
 * @param headline format of the headline
 * @param constants score of the constant predictor on the test split by task; empty if unknown
 * @param headlineConstant headline of the constant predictor, if known
 */
public record ChartScores(
    Map<String, MetricRecord> metrics,
    String phrase,
    String subject,
    MetricRecord headline,
    Map<String, Double> constants,
    OptionalDouble headlineConstant) {
  /** Makes defensive copies. */
  public ChartScores {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** The headline as used at the start of a sentence. */
  public String title() {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  /** The headline with its unit, as an axis title. */
  public String axisTitle() {
    return withUnit(title(), headline);
  }

  /** A text followed by the unit of a metric in parentheses. */
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

  /** The score of the constant predictor on a task. */
  public OptionalDouble constant(String task) {
    Double value = constants.get(task);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
