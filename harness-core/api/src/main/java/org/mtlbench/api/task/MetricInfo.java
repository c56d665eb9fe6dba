package org.mtlbench.api.task;

import java.util.Locale;
import java.util.Objects;

/**
 * Metadata of a metric for reports.
 *
 * @param id name in records and files, for example {@code macro-f1}
 * @param title name in tables, for example {@code Macro F1}
 * @param unit unit of displayed values, for example {@code %}; empty if there is none
 * @param direction whether higher or lower values are better
 * @param ideal value of a perfect prediction, for example 1 for accuracy and 0 for an error
 * @param crossesZero whether useful values can be positive or negative, as for R2; relative
 *     differences then use the distance to the ideal
 * @param scale factor for display, for example 100 for percentages
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

  /** Whether higher or lower values are better. */
  public enum Direction {
    /** Higher values are better. */
    HIGHER,
    /** Lower values are better. */
    LOWER
  }

  public MetricInfo {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(unit, "unit");
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("the id and the title of a metric must not be blank");
    }
    if (!Double.isFinite(ideal) || !(scale > 0) || decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException(
          "metric " + id + ": ideal must be finite, scale above 0, decimals from 0 to 9");
    }
  }

  /** A proportion in [0, 1] for which higher is better, shown in percent. */
  public static MetricInfo share(String id, String title) {
    return new MetricInfo(id, title, "%", Direction.HIGHER, 1, false, 100, 2);
  }

  /** An error of at least 0 for which lower is better. */
  public static MetricInfo error(String id, String title, String unit, int decimals) {
    return new MetricInfo(id, title, unit, Direction.LOWER, 0, false, 1, decimals);
  }

  /** Whether higher values are better. */
  public boolean higherIsBetter() {
    return direction == Direction.HIGHER;
  }

  /** The displayed value, without its unit. */
  public String format(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value * scale);
  }
}
