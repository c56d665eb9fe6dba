package org.mtlbench.cli.text;

import java.util.Locale;
import org.mtlbench.engine.cost.TimeRange;

/** Formats numbers for display. */
public final class Formatting {
  private static final double MINUTE = 60;

  private Formatting() {}

  /** Formats a duration with appropriate precision; {@code unknown} for NaN. */
  public static String duration(double seconds) {
    if (Double.isNaN(seconds)) {
      return "unknown";
    }
    if (Math.round(seconds) < MINUTE) {
      return format("%.0f s", seconds);
    }
    long minutes = Math.round(seconds / MINUTE);
    if (minutes < 60) {
      return format("%.1f min", seconds / MINUTE);
    }
    return minutes / 60 + " h " + minutes % 60 + " min";
  }

  /**
   * Formats a range of durations, for example {@code 4 to 15 min}; {@code unknown time} for NaN.
   */
  public static String range(TimeRange range) {
    if (Double.isNaN(range.low())) {
      return "unknown time";
    }
    String low = rounded(range.low());
    String high = rounded(range.high());
    if (low.equals(high)) {
      return high;
    }
    String unit = high.substring(high.indexOf(' '));
    boolean sameUnit = low.endsWith(unit) && low.indexOf(' ') == low.length() - unit.length();
    return (sameUnit ? low.substring(0, low.length() - unit.length()) : low) + " to " + high;
  }

  /** A duration with about two digits. */
  private static String rounded(double seconds) {
    if (Math.round(seconds) < MINUTE) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    double minutes = seconds / MINUTE;
    if (Math.round(minutes) < MINUTE) {
      return minutes < 10 ? format("%.1f min", minutes) : format("%.0f min", minutes);
    }
    long tens = Math.round(minutes / 10);
    long hours = tens < 60 ? tens / 6 : Math.round(minutes / MINUTE);
    return hours + " h" + (tens < 60 && tens % 6 > 0 ? " " + tens % 6 * 10 + " min" : "");
  }

  /** Formats a fraction as percentage with one decimal. */
  public static String percent(double fraction) {
    return format("%.1f %%", 100 * fraction);
  }

  /** Formats a fraction as integer percentage, padded to three digits. */
  public static String wholePercent(double fraction) {
    return format("%3.0f %%", 100 * fraction);
  }

  /** Formats bytes as GiB with one decimal. */
  public static String gibibytes(long bytes) {
    return format("%.1f GiB", bytes / (1024.0 * 1024 * 1024));
  }

  /** Formats a number with a noun in singular or plural. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
