package org.mtlbench.reports.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * The difference of two samples, tested with Student's paired or Welch's unpaired t test.
 *
 * @param n number of pairs; for an unpaired comparison the size of the smaller sample
 * @param mean mean of the second sample minus that of the first
 * @param halfWidth half-width of the 95 % confidence interval of the mean difference
 * @param p two-sided p value, 0 to 1; absent, like the interval, if a sample has one value only or
 *     nothing varies
 * @param paired whether the comparison is paired
 */
public record Difference(
    int n, double mean, OptionalDouble halfWidth, OptionalDouble p, boolean paired) {
  private static final int MIN_SAMPLES = 2;
  private static final double UPPER_QUANTILE = 0.975;

  /**
   * Student's paired t test, which assumes independent, normally distributed differences.
   *
   * @param first at least one value
   * @param second as many values; those of the same index belong together
   * @throws IllegalArgumentException if the lengths differ or are 0
   */
  public static Difference paired(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "pairs: " + first.length + " and " + second.length + " values, as many needed");
    }
    double[] differences =
        IntStream.range(0, first.length).mapToDouble(i -> second[i] - first[i]).toArray();
    Summary summary = Summary.of(differences);
    if (first.length < MIN_SAMPLES || !varies(differences)) {
      return untested(first.length, summary.mean(), true);
    }
    double p = TTest.withDefaults().pairedTest(second, first).getPValue();
    return new Difference(
        first.length, summary.mean(), summary.halfWidth(), OptionalDouble.of(p), true);
  }

  /**
   * Welch's t test for unpaired samples, which assumes independent, normally distributed values and
   * allows unequal variances.
   *
   * @param first at least one value
   * @param second at least one value
   * @throws IllegalArgumentException if a sample is empty
   */
  public static Difference unpaired(double[] first, double[] second) {
    int n = Math.min(first.length, second.length);
    double mean = Summary.of(second).mean() - Summary.of(first).mean();
    if (n < MIN_SAMPLES || !(varies(first) || varies(second))) {
      return untested(n, mean, false);
    }
    TTest.Result test = TTest.withDefaults().test(second, first);
    double error = Math.sqrt(squaredError(first) + squaredError(second));
    double quantile =
        TDistribution.of(test.getDegreesOfFreedom()).inverseCumulativeProbability(UPPER_QUANTILE);
    return new Difference(
        n, mean, OptionalDouble.of(quantile * error), OptionalDouble.of(test.getPValue()), false);
  }

  /**
   * The probability that the true difference is less than a region of practical equivalence (rope)
   * in size, given the pairs and a flat prior (A. Benavoli et al., "Time for a Change: a Tutorial
   * for Comparing Multiple Classifiers Through Bayesian Analysis", JMLR 18, 2017; without
   * correlation between pairs).
   *
   * @param rope half-width of the region, at least 0, in the unit of the difference
   * @return 0 to 1; absent for unpaired comparisons and where there is no test
   */
  public OptionalDouble probabilityWithin(double rope) {
    if (!paired || halfWidth.isEmpty()) {
      return OptionalDouble.empty();
    }
    TDistribution t = TDistribution.of(n - 1.0);
    double error = halfWidth.getAsDouble() / t.inverseCumulativeProbability(UPPER_QUANTILE);
    return OptionalDouble.of(t.probability((-rope - mean) / error, (rope - mean) / error));
  }

  /**
   * The smallest true difference that as many pairs with the same variance find with a probability
   * of 80 %, see {@link DetectableDifference}; absent for unpaired comparisons and where there is
   * no test.
   */
  public OptionalDouble detectable() {
    if (!paired || halfWidth.isEmpty()) {
      return OptionalDouble.empty();
    }
    double quantile = TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER_QUANTILE);
    double deviation = halfWidth.getAsDouble() / quantile * Math.sqrt(n);
    return OptionalDouble.of(DetectableDifference.of(n, deviation));
  }

  private static Difference untested(int n, double mean, boolean paired) {
    return new Difference(n, mean, OptionalDouble.empty(), OptionalDouble.empty(), paired);
  }

  private static double squaredError(double[] values) {
    double deviation = Summary.of(values).deviation().orElseThrow();
    return deviation * deviation / values.length;
  }

  private static boolean varies(double[] values) {
    return Arrays.stream(values).anyMatch(value -> value != values[0]);
  }
}
