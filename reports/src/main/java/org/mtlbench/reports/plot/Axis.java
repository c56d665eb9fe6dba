package org.mtlbench.reports.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mtlbench.results.score.MetricRecord;

/**
 * An axis of a plot.
 *
 * @param title title with the unit
 * @param low value at its start
 * @param high value at its end, greater than {@code low}
 * @param logarithmic whether the scale is logarithmic; then {@code low} is positive
 */
public record Axis(String title, double low, double high, boolean logarithmic) {
  private static final double LOGARITHMIC_ABOVE = 100;
  private static final double MARGIN = 0.04;
  // Slightly above 100, so that a mark at the end is not clipped.
  private static final double MAX_PERCENT = 101;
  private static final int MIN_TICKS = 2;
  private static final double MIN_RELATIVE_LENGTH = 1e-3;
  private static final double MIN_MAGNITUDE = 1e-6;
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_TO = 1e6;
  private static final List<int[]> STEPS =
      List.of(new int[] {1, 2, 5}, new int[] {1, 3}, new int[] {1});

  /** A tick with its label. */
  public record Tick(double value, String label) {}

  /**
   * A linear axis that covers the values with a small margin.
   *
   * @param values finite, at least one
   * @param shortest minimum length of the range
   */
  public static Axis covering(String title, DoubleStream values, double shortest) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    double missing = Math.max(0, shortest - (high - low)) / 2;
    double margin = MARGIN * Math.max(high - low, shortest);
    return new Axis(title, low - missing - margin, high + missing + margin, false);
  }

  /**
   * An axis for values that are compared by ratio: logarithmic if they span more than two decades,
   * otherwise linear.
   *
   * @param values finite, at least one
   */
  public static Axis ofRatios(String title, DoubleStream values) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    if (low > 0 && high / low > LOGARITHMIC_ABOVE) {
      double margin = Math.pow(high / low, MARGIN);
      return new Axis(title + ", logarithmic", low / margin, high * margin, true);
    }
    return covering(
        title, DoubleStream.of(all), MIN_RELATIVE_LENGTH * Math.max(MIN_MAGNITUDE, Math.abs(high)));
  }

  /**
   * An axis of scores that includes the constant predictor's score if it is close; percentages are
   * limited to the range 0 to 100.
   *
   * @param metric metric of the scores
   * @param scores scores in displayed units, at least one
   * @param constant score of the constant predictor, if known
   */
  public static Axis ofScores(
      String title, MetricRecord metric, List<Estimate> scores, OptionalDouble constant) {
    DoubleStream ends = scores.stream().flatMapToDouble(e -> DoubleStream.of(e.low(), e.high()));
    Axis axis = ofScores(title, metric, ends);
    return constant.isPresent() ? axis.reaching(constant.getAsDouble()) : axis;
  }

  /**
   * An axis of scores; percentages are limited to the range 0 to 100.
   *
   * @param values values in displayed units, at least one
   */
  public static Axis ofScores(String title, MetricRecord metric, DoubleStream values) {
    if (metric.showsShare()) {
      return covering(title, values, 1).clipped(0, MAX_PERCENT);
    }
    double[] all = values.toArray();
    double size = DoubleStream.of(all).map(Math::abs).max().orElseThrow();
    return covering(
        title, DoubleStream.of(all), MIN_RELATIVE_LENGTH * Math.max(MIN_MAGNITUDE, size));
  }

  /** A copy clipped to a range. */
  public Axis clipped(double min, double max) {
    return new Axis(title, Math.max(low, min), Math.min(high, max), logarithmic);
  }

  /** A copy extended to include a value. */
  public Axis including(double value) {
    return new Axis(title, Math.min(low, value), Math.max(high, value), logarithmic);
  }

  /** A copy extended to include a value, if that adds no more than half its length. */
  public Axis reaching(double value) {
    double room = (high - low) / 2;
    return value >= low - room && value <= high + room
        ? including(value - Math.copySign(MARGIN * room, high - value))
        : this;
  }

  /**
   * The part of a line segment whose values lie on a linear axis.
   *
   * @return x and value of both ends; empty if no part does or a value is NaN
   */
  public double[] clip(double fromX, double from, double toX, double to) {
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      return new double[0];
    }
    double start = enters(from, to);
    double end = 1 - enters(to, from);
    double length = toX - fromX;
    double rise = to - from;
    return start > end
        ? new double[0]
        : new double[] {
          fromX + start * length, from + start * rise, fromX + end * length, from + end * rise
        };
  }

  /** The share of the way from one value to another at which the axis is reached; 2 for never. */
  private double enters(double from, double to) {
    if (contains(from)) {
      return 0;
    }
    double edge = from < low ? low : high;
    double share = (edge - from) / (to - from);
    return share >= 0 && share <= 1 ? share : 2;
  }

  /** Whether a value lies on the axis. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /**
   * The relative position of a value: 0 is the start, 1 the end. Values beyond an end are clamped.
   */
  public double position(double value) {
    double share =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.min(1, Math.max(0, share));
  }

  /**
   * Round values on the axis, in ascending order.
   *
   * @param most maximum number of ticks
   */
  public List<Tick> ticks(int most) {
    return logarithmic ? logarithmicTicks(most) : linearTicks(most);
  }

  private List<Tick> linearTicks(int most) {
    int power = (int) Math.floor(Math.log10((high - low) / most));
    List<List<Tick>> choices =
        IntStream.of(1, 2, 5, 10)
            .mapToObj(factor -> multiples(BigDecimal.valueOf(factor).scaleByPowerOfTen(power)))
            .filter(ticks -> ticks.size() >= MIN_TICKS)
            .toList();
    // A single tick shows no scale, so rather exceed the maximum.
    return choices.stream()
        .filter(ticks -> ticks.size() <= most)
        .findFirst()
        .orElseGet(() -> choices.get(choices.size() - 1));
  }

  private List<Tick> multiples(BigDecimal step) {
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; value.doubleValue() <= high; value = value.add(step)) {
      ticks.add(new Tick(value.doubleValue(), label(value.doubleValue())));
    }
    return ticks;
  }

  private List<Tick> logarithmicTicks(int most) {
    for (int[] steps : STEPS) {
      List<Tick> ticks = decades(steps, 1);
      if (ticks.size() <= most) {
        return ticks;
      }
    }
    int every = 2;
    while (decades(STEPS.get(STEPS.size() - 1), every).size() > most) {
      every++;
    }
    return decades(STEPS.get(STEPS.size() - 1), every);
  }

  private List<Tick> decades(int[] steps, int every) {
    List<Tick> ticks = new ArrayList<>();
    int first = Math.floorDiv((int) Math.floor(Math.log10(low)), every) * every;
    for (int power = first; power <= Math.log10(high); power += every) {
      for (int step : steps) {
        double value = BigDecimal.valueOf(step).scaleByPowerOfTen(power).doubleValue();
        if (contains(value)) {
          ticks.add(new Tick(value, label(value)));
        }
      }
    }
    return ticks;
  }

  /**
   * The shortest exact text of a value, with a power of ten for very small and very large values.
   */
  public static String label(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return size >= PLAIN_FROM && size < PLAIN_TO
        ? exact.toPlainString()
        : exact.unscaledValue().toString().length() == 1
            ? exact.unscaledValue() + "e" + -exact.scale()
            : exact.toString();
  }
}
