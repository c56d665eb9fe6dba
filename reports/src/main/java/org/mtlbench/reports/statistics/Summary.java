package org.mtlbench.reports.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Summary statistics of a sample.
 *
 * @param n number of values, at least 1
 * @param mean arithmetic mean
 * @param sum sum of all values
 * @param deviation sample standard deviation with divisor n - 1; absent for a single value
 * @param halfWidth half-width of the two-sided 95 % confidence interval of the mean, {@code
 *     t(0.975, n - 1) s / sqrt(n)} (Student's t, for independent, normally distributed values);
 *     absent for a single value
 */
public record Summary(
    int n, double mean, double sum, OptionalDouble deviation, OptionalDouble halfWidth) {
  private static final double UPPER_QUANTILE = 0.975;

  /**
   * Summarises a sample.
   *
   * @param values finite, at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Summary of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values: none, at least 1 needed");
    }
    double mean = Mean.of(values).getAsDouble();
    double sum = Arrays.stream(values).sum();
    if (values.length == 1) {
      return new Summary(1, mean, sum, OptionalDouble.empty(), OptionalDouble.empty());
    }
    boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
    double deviation = constant ? 0 : StandardDeviation.of(values).getAsDouble();
    double quantile =
        TDistribution.of(values.length - 1.0).inverseCumulativeProbability(UPPER_QUANTILE);
    return new Summary(
        values.length,
        mean,
        sum,
        OptionalDouble.of(deviation),
        OptionalDouble.of(quantile * deviation / Math.sqrt(values.length)));
  }

  /** The half-width if the values differ; the interval of equal values is meaningless. */
  public OptionalDouble spread() {
    return halfWidth.isPresent() && halfWidth.getAsDouble() > 0
        ? halfWidth
        : OptionalDouble.empty();
  }

  /** The same summary in another unit. */
  public Summary times(double factor) {
    return new Summary(
        n, factor * mean, factor * sum, scaled(deviation, factor), scaled(halfWidth, factor));
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent()
        ? OptionalDouble.of(Math.abs(factor) * value.getAsDouble())
        : OptionalDouble.empty();
  }
}
