package org.mtlbench.api.task;

import java.util.Locale;
import java.util.Objects;

/**
 * What reports need to know of a metric.
 *
 * @param id the name in records and files, for example {@code macro-f1}
 * @param title the name in tables, for example {@code Macro F1}
 * @param unit the unit of displayed values, for example {@code %}; empty if there is none
 * @param direction whether high or low values are better
 * @param ideal the value of a perfect prediction, for example 1 for accuracy and 0 for an error
 * @param crossesZero whether useful values lie on both sides of 0, as for R2; relative differences
 *     then use the distance to the ideal
 * @param scale what values are multiplied by for display, for example 100 for shares in percent
 * @param decimals digits after the decimal point of a displayed value, 0 to 9
 */
public record MetricInfo(
    String id,
    String title,
    String unit,
    Direction direction,
    double ideal,
    boolean crossesZero,
    double scale,
    int decimals) {

  /** Which values are better. */
  public enum Direction {
    /** High values are better. */
    HIGHER,
    /** Low values are better. */
    LOWER
  }

  public MetricInfo {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(unit, "unit");
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a metric needs an id and a title");
    }
    if (!Double.isFinite(ideal) || !(scale > 0) || decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException(
          "metric " + id + ": ideal must be finite, scale above 0, decimals from 0 to 9");
    }
  }

  /** A share in [0, 1] that is better when higher, shown in percent. */
  public static MetricInfo share(String id, String title) {
    return new MetricInfo(id, title, "%", Direction.HIGHER, 1, false, 100, 2);
  }

  /** An error that is at least 0 and better when lower. */
  public static MetricInfo error(String id, String title, String unit, int decimals) {
    return new MetricInfo(id, title, unit, Direction.LOWER, 0, false, 1, decimals);
  }

  /** Whether high values are better. */
  public boolean higherIsBetter() {
    return direction == Direction.HIGHER;
  }

  /** A value as displayed, without its unit. */
  public String format(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value * scale);
  }
}
