package org.mtlbench.reports.plot;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mtlbench.results.score.MetricRecord;

/**
 * A value to draw.
 *
 * @param mean where its mark stands
 * @param halfWidth half the length of its confidence interval; absent where there is none
 */
public record Estimate(double mean, OptionalDouble halfWidth) {
  /** A value without an interval. */
  public static Estimate of(double value) {
    return new Estimate(value, OptionalDouble.empty());
  }

  /** The value with its interval, as {@code 93.20 ± 0.50}. */
  public String text() {
    String text = String.format(Locale.ROOT, "%.2f", mean);
    return halfWidth.isPresent()
        ? text + String.format(Locale.ROOT, " ± %.2f", halfWidth.getAsDouble())
        : text;
  }

  /** The value with its interval, decimals and unit of a metric, as {@code 93.20 ± 0.50 %}. */
  public String text(MetricRecord metric) {
    String text = metric.number(mean);
    return metric.withUnit(
        halfWidth.isPresent() ? text + " ± " + metric.number(halfWidth.getAsDouble()) : text);
  }

  /** The interval's lower end, or the value. */
  public double low() {
    return mean - halfWidth.orElse(0);
  }

  /** The interval's upper end, or the value. */
  public double high() {
    return mean + halfWidth.orElse(0);
  }
}
