package org.mtlbench.reports.plot;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mtlbench.results.score.MetricRecord;

/**
 * A value with an optional confidence interval.
 *
 * @param mean the value
 * @param halfWidth half-width of the confidence interval; absent if there is none
 */
public record Estimate(double mean, OptionalDouble halfWidth) {
  /** A value without an interval. */
  public static Estimate of(double value) {
    return new Estimate(value, OptionalDouble.empty());
  }

  /** The value with its interval, {@code 93.20 ± 0.50}; no sign if the value rounds to 0. */
  public String text() {
    String text = String.format(Locale.ROOT, "%.2f", mean).replaceFirst("^-0\\.00$", "0.00");
    return halfWidth.isPresent()
        ? text + String.format(Locale.ROOT, " ± %.2f", halfWidth.getAsDouble())
        : text;
  }

  /**
   * The value with its interval and unit, with the decimals of a metric: {@code 93.20 ± 0.50 %}.
   */
  public String text(MetricRecord metric) {
    String text = metric.number(mean);
    return metric.withUnit(
        halfWidth.isPresent() ? text + " ± " + metric.number(halfWidth.getAsDouble()) : text);
  }

  /** The lower end of the interval, or the value. */
  public double low() {
    return mean - halfWidth.orElse(0);
  }

  /** The upper end of the interval, or the value. */
  public double high() {
    return mean + halfWidth.orElse(0);
  }
}
