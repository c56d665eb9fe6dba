package org.mtlbench.reports.statistics;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest true difference that a paired t test with n seeds finds with a probability of 80 %,
 * two-sided at the 5 % level.
 */
public final class DetectableDifference {
  private static final double POWER = 0.8;
  private static final double UPPER_QUANTILE = 0.975;
  private static final int MIN_PAIRS = 2;
  private static final int NODES = 500;
  private static final int HALVINGS = 40;
  // A chi variable with f degrees of freedom exceeds sqrt(f) + 8 with a probability below 1e-14.
  private static final double TAIL = 8;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private DetectableDifference() {}

  /**
   * The difference in the unit of the deviation.
   *
   * @param pairs number of seeds, at least 2
   * @param deviation standard deviation of the differences, at least 0
   */
  public static double of(int pairs, double deviation) {
    if (pairs < MIN_PAIRS) {
      throw new IllegalArgumentException("pairs: " + pairs + ", at least 2 needed");
    }
    double low = 0;
    double high = 1;
    while (power(pairs, high) < POWER) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (power(pairs, middle) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return deviation * high;
  }

  /**
   * The power for an effect in standard deviations: the probability that the noncentral t variable
   * {@code (Z + effect sqrt(n)) / sqrt(V / (n - 1))}, with Z standard normal and V chi-squared,
   * exceeds the critical value in size, integrated over the root of V.
   */
  static double power(int pairs, double effect) {
    double freedom = pairs - 1.0;
    double critical = TDistribution.of(freedom).inverseCumulativeProbability(UPPER_QUANTILE);
    double shift = effect * Math.sqrt(pairs);
    ChiSquaredDistribution spread = ChiSquaredDistribution.of(freedom);
    double step = (Math.sqrt(freedom) + TAIL) / NODES;
    return IntStream.range(0, NODES)
        .mapToDouble(i -> (i + 0.5) * step)
        .map(
            root -> {
              double limit = critical * root / Math.sqrt(freedom);
              return 2
                  * root
                  * spread.density(root * root)
                  * step
                  * (NORMAL.survivalProbability(limit - shift)
                      + NORMAL.cumulativeProbability(-limit - shift));
            })
        .sum();
  }
}
