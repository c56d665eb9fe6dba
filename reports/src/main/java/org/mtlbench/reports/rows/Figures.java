package org.mtlbench.reports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.MetricRecord;

/** Numbers as text and as entries, the same under every locale. */
public final class Figures {
  private Figures() {}

  /** Two decimals; what rounds to nothing has no sign. */
  public static String decimals(double value) {
    return unsignedZero(String.format(Locale.ROOT, "%.2f", value));
  }

  /** Two decimals with a plus or a minus. */
  static String signed(double value) {
    String text = unsignedZero(String.format(Locale.ROOT, "%+.2f", value));
    return text.equals("+0.00") ? "0.00" : text;
  }

  /** A whole number with its thousands apart. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** A p value. */
  public static String probability(double p) {
    return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  /** All digits that a number needs, without an exponent. */
  public static String exact(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  /** A config value: numbers without an exponent, texts without quotes. */
  public static String value(JsonNode value) {
    return value.isNumber()
        ? plain(value.decimalValue())
        : value.isTextual() ? value.textValue() : value.toString();
  }

  /** The mean with its confidence interval where there is one. */
  public static Entry measured(Optional<Summary> summary) {
    return summary.map(s -> interval(decimals(s.mean()), s.mean(), s)).orElseGet(Entry::nothing);
  }

  /** As {@link #measured} with the decimals of a metric. */
  public static Entry measured(Optional<Summary> summary, MetricRecord metric) {
    return summary.map(s -> interval(s, metric)).orElseGet(Entry::nothing);
  }

  private static Entry interval(Summary summary, MetricRecord metric) {
    String text = number(summary.mean(), metric);
    if (summary.spread().isEmpty()) {
      return Entry.number(text, summary.mean());
    }
    double halfWidth = summary.spread().getAsDouble();
    return Entry.number(text + " ± " + metric.number(halfWidth), summary.mean()).within(halfWidth);
  }

  /** A value in displayed units with a metric's decimals; what rounds to nothing has no sign. */
  static String number(double displayed, MetricRecord metric) {
    String text = metric.number(displayed);
    return text.matches("-0[.0]*") ? text.substring(1) : text;
  }

  /** A difference with its sign and a metric's decimals. */
  public static Entry change(double displayed, MetricRecord metric) {
    return Entry.number(signed(displayed, metric), displayed);
  }

  /** A difference with a plus or a minus and a metric's decimals. */
  static String signed(double displayed, MetricRecord metric) {
    String text = number(displayed, metric);
    return displayed > 0 && !text.matches("0[.0]*") ? "+" + text : text;
  }

  /**
   * Values of a metric as one with its unit, {@code 11.35 %}, or from the lowest to the highest.
   */
  public static String range(MetricRecord metric, double... displayed) {
    String low = number(DoubleStream.of(displayed).min().orElseThrow(), metric);
    String high = number(DoubleStream.of(displayed).max().orElseThrow(), metric);
    return metric.withUnit(low.equals(high) ? low : low + " to " + high);
  }

  /** As {@link #measured}, with the mean's sign. */
  public static Entry change(Optional<Summary> summary) {
    return summary.map(s -> interval(signed(s.mean()), s.mean(), s)).orElseGet(Entry::nothing);
  }

  /** The mean alone. */
  public static Entry mean(Optional<Summary> summary) {
    return summary.map(s -> Entry.number(decimals(s.mean()), s.mean())).orElseGet(Entry::nothing);
  }

  /** The mean as a whole number. */
  public static Entry wholeMean(Optional<Summary> summary) {
    return summary.map(s -> Entry.number(whole(s.mean()), s.mean())).orElseGet(Entry::nothing);
  }

  /** A number where there is one. */
  public static Entry optional(OptionalDouble value) {
    return value.isPresent()
        ? Entry.number(decimals(value.getAsDouble()), value.getAsDouble())
        : Entry.nothing();
  }

  /** Counts of each seed: the one, or from the lowest to the highest; the number is the mean. */
  static Entry counts(Map<Long, Double> bySeed, Optional<Summary> summary) {
    if (summary.isEmpty()) {
      return Entry.nothing();
    }
    String low = whole(Collections.min(bySeed.values()));
    String high = whole(Collections.max(bySeed.values()));
    return Entry.number(low.equals(high) ? low : low + " to " + high, summary.get().mean());
  }

  /** A difference. */
  public static Entry change(double value) {
    return Entry.number(signed(value), value);
  }

  private static Entry interval(String text, double mean, Summary summary) {
    if (summary.spread().isEmpty()) {
      return Entry.number(text, mean);
    }
    double halfWidth = summary.spread().getAsDouble();
    return Entry.number(text + " ± " + decimals(halfWidth), mean).within(halfWidth);
  }

  private static String unsignedZero(String text) {
    return text.equals("-0.00") ? "0.00" : text;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
