package org.mtlbench.results.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * Metadata of a metric for reports.
 *
 * @param id key of its values in records, for example {@code macro-f1}
 * @param title name in tables, for example {@code Macro F1}
 * @param unit unit of displayed values, for example {@code %}; empty if there is none
 * @param direction whether higher or lower values are better
 * @param ideal value of a perfect prediction
 * @param crossesZero whether useful values can be positive or negative, as for R2; relative
 *     differences then use the distance to the ideal
 * @param scale factor for display, above 0; 100 for percentages
 * @param decimals digits after the decimal point of a displayed value, 0 to 9
 */
public record MetricRecord(
    String id,
    String title,
    String unit,
    Direction direction,
    double ideal,
    boolean crossesZero,
    double scale,
    int decimals) {
  /** The proportion of correct classes, the only metric of schema 1. */
  public static final MetricRecord ACCURACY =
      new MetricRecord("accuracy", "Accuracy", "%", Direction.HIGHER, 1, false, 100, 2);

  private static final int MAX_DECIMALS = 9;
  private static final double PERCENT = 100;

  /** Whether higher or lower values are better. */
  public enum Direction {
    /** Higher values are better. */
    @JsonProperty("higher")
    HIGHER,
    /** Lower values are better. */
    @JsonProperty("lower")
    LOWER
  }

  /** Checks the ranges. */
  public MetricRecord {
    Check.text("metric.id", id);
    Check.text("metric.title", title);
    Objects.requireNonNull(unit, "metric.unit");
    Objects.requireNonNull(direction, "metric.direction");
    Check.finite("metric.ideal", ideal);
    Check.positive("metric.scale", scale);
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw Check.rejected("metric.decimals", decimals, "0 to " + MAX_DECIMALS);
    }
  }

  /** Whether higher values are better. */
  public boolean higherIsBetter() {
    return direction == Direction.HIGHER;
  }

  /** A value in displayed units. */
  public double displayed(double value) {
    return scale * value;
  }

  /** A value with its decimals and unit: {@code 97.20 %}. */
  public String format(double value) {
    return withUnit(number(displayed(value)));
  }

  /** A value in displayed units with its decimals: {@code 97.20}. */
  public String number(double displayed) {
    return String.format(Locale.ROOT, "%." + decimals + "f", displayed);
  }

  /** A text followed by the unit. */
  public String withUnit(String text) {
    return unit.isEmpty() ? text : text + " " + unit;
  }

  /** Whether the metric is a percentage whose ideal is 100 %, such as accuracy. */
  public boolean showsShare() {
    return scale == PERCENT && ideal == 1 && !crossesZero;
  }

  /** The title as used within a sentence: {@code macro F1} or {@code RMSE}. */
  public String phrase() {
    boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
    return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
  }
}
