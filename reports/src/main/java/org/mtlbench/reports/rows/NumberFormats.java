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

/** Formats numbers as text and as table entries, independently of the locale. */
public final class NumberFormats {
  private static final int SIGNIFICANT = 4;

  private NumberFormats() {}

  /** Two decimals, without a sign if the result is 0. */
  public static String decimals(double value) {
    return unsignedZero(String.format(Locale.ROOT, "%.2f", value));
  }

  /** Two decimals with a plus or a minus sign. */
  static String signed(double value) {
    String text = unsignedZero(String.format(Locale.ROOT, "%+.2f", value));
    return text.equals("+0.00") ? "0.00" : text;
  }

  /** A whole number with thousands separators. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** A p value. */
  public static String probability(double p) {
    return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  /** All significant digits, without an exponent. */
  public static String exact(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  /** A config value: numbers without an exponent, texts without quotes. */
  public static String value(JsonNode value) {
    return value.isNumber()
        ? plain(value.decimalValue())
        : value.isTextual() ? value.textValue() : value.toString();
  }

  /** The mean with its confidence interval, if there is one. */
  public static Entry measured(Optional<Summary> summary) {
    return summary.map(s -> interval(decimals(s.mean()), s.mean(), s)).orElseGet(Entry::missing);
  }

  /** As {@link #measured(Optional)}, with four significant digits of the mean. */
  public static Entry significant(Optional<Summary> summary) {
    return summary.map(NumberFormats::significant).orElseGet(Entry::missing);
  }

  private static Entry significant(Summary summary) {
    double mean = summary.mean();
    int magnitude = mean == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(mean)));
    String format = "%." + Math.max(0, SIGNIFICANT - 1 - magnitude) + "f";
    String text = unsignedZero(String.format(Locale.ROOT, format, mean));
    if (summary.spread().isEmpty()) {
      return Entry.number(text, mean);
    }
    double halfWidth = summary.spread().getAsDouble();
    return Entry.number(text + " ± " + String.format(Locale.ROOT, format, halfWidth), mean)
        .withHalfWidth(halfWidth);
  }

  /** As {@link #measured(Optional)}, with the decimals of a metric. */
  public static Entry measured(Optional<Summary> summary, MetricRecord metric) {
    return summary.map(s -> interval(s, metric)).orElseGet(Entry::missing);
  }

  private static Entry interval(Summary summary, MetricRecord metric) {
    String text = number(summary.mean(), metric);
    if (summary.spread().isEmpty()) {
      return Entry.number(text, summary.mean());
    }
    double halfWidth = summary.spread().getAsDouble();
    return Entry.number(text + " ± " + metric.number(halfWidth), summary.mean())
        .withHalfWidth(halfWidth);
  }

  /**
   * A value in displayed units with the decimals of a metric, without a sign if the result is 0.
   */
  static String number(double displayed, MetricRecord metric) {
    String text = metric.number(displayed);
    return text.matches("-0[.0]*") ? text.substring(1) : text;
  }

  /** A difference with its sign and the decimals of a metric, as an entry. */
  public static Entry change(double displayed, MetricRecord metric) {
    return Entry.number(signed(displayed, metric), displayed);
  }

  /** A difference with its sign and the decimals of a metric. */
  static String signed(double displayed, MetricRecord metric) {
    String text = number(displayed, metric);
    return displayed > 0 && !text.matches("0[.0]*") ? "+" + text : text;
  }

  /**
   * The range of values of a metric with its unit: {@code 11.35 %} or {@code 11.35 % to 12.00 %}.
   */
  public static String range(MetricRecord metric, double... displayed) {
    String low = number(DoubleStream.of(displayed).min().orElseThrow(), metric);
    String high = number(DoubleStream.of(displayed).max().orElseThrow(), metric);
    return metric.withUnit(low.equals(high) ? low : low + " to " + high);
  }

  /** As {@link #measured(Optional)}, with the sign of the mean. */
  public static Entry change(Optional<Summary> summary) {
    return summary.map(s -> interval(signed(s.mean()), s.mean(), s)).orElseGet(Entry::missing);
  }

  /** The mean without an interval. */
  public static Entry mean(Optional<Summary> summary) {
    return summary.map(s -> Entry.number(decimals(s.mean()), s.mean())).orElseGet(Entry::missing);
  }

  /** The mean, rounded to a whole number. */
  public static Entry wholeMean(Optional<Summary> summary) {
    return summary.map(s -> Entry.number(whole(s.mean()), s.mean())).orElseGet(Entry::missing);
  }

  /** A number, or the entry of an unknown number. */
  public static Entry optional(OptionalDouble value) {
    return value.isPresent()
        ? Entry.number(decimals(value.getAsDouble()), value.getAsDouble())
        : Entry.missing();
  }

  /** Counts over seeds: the common count, or the range; the value is the mean. */
  static Entry counts(Map<Long, Double> bySeed, Optional<Summary> summary) {
    if (summary.isEmpty()) {
      return Entry.missing();
    }
    String low = whole(Collections.min(bySeed.values()));
    String high = whole(Collections.max(bySeed.values()));
    return Entry.number(low.equals(high) ? low : low + " to " + high, summary.get().mean());
  }

  /** A difference with its sign. */
  public static Entry change(double value) {
    return Entry.number(signed(value), value);
  }

  private static Entry interval(String text, double mean, Summary summary) {
    if (summary.spread().isEmpty()) {
      return Entry.number(text, mean);
    }
    double halfWidth = summary.spread().getAsDouble();
    return Entry.number(text + " ± " + decimals(halfWidth), mean).withHalfWidth(halfWidth);
  }

  private static String unsignedZero(String text) {
    return text.equals("-0.00") ? "0.00" : text;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
