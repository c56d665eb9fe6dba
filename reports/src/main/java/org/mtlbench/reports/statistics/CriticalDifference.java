package org.mtlbench.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Comparison of methods over blocks by mean ranks (J. Demsar, "Statistical Comparisons of
 * Classifiers over Multiple Data Sets", JMLR 7, 2006): Friedman's test in the form of Iman and
 * Davenport, and Nemenyi's critical difference at the 5 % level.
 *
 * @param blocks number of blocks
 * @param ranks mean rank of each method, 1 for the best
 * @param p p value of the test that all methods are equal, 0 to 1
 * @param difference mean ranks that differ by less are not significantly different
 */
public record CriticalDifference(int blocks, double[] ranks, double p, double difference) {
  /** Minimum number of blocks. */
  public static final int MIN_BLOCKS = 5;

  private static final double LEVEL = 0.05;
  private static final int MIN_METHODS = 2;
  private static final double TAIL = 8;
  private static final int STEPS = 2000;
  private static final int HALVINGS = 50;
  private static final double MAX_RANGE = 20;

  /** Makes a defensive copy. */
  public CriticalDifference {
    ranks = ranks.clone();
  }

  @Override
  public double[] ranks() {
    return ranks.clone();
  }

  /**
   * Compares methods. Blocks must be independent, for example datasets or architectures; seeds of
   * one dataset are not.
   *
   * @param scores {@code [block][method]}, finite, higher is better; at least {@link #MIN_BLOCKS}
   *     blocks and two methods
   */
  public static CriticalDifference of(double[][] scores) {
    int n = scores.length;
    int k = n == 0 ? 0 : scores[0].length;
    if (n < MIN_BLOCKS || k < MIN_METHODS) {
      throw new IllegalArgumentException(
          "scores: " + n + " blocks of " + k + " methods; at least 5 of at least 2 needed");
    }
    Direction[] directions = new Direction[n];
    Arrays.fill(directions, Direction.HIGHER_IS_BETTER);
    return of(n, Ranks.mean(scores, directions));
  }

  /**
   * Compares methods by their mean ranks.
   *
   * @param n number of blocks
   * @param mean mean ranks of the methods
   */
  static CriticalDifference of(int n, double[] mean) {
    int k = mean.length;
    double squares = Arrays.stream(mean).map(rank -> rank * rank).sum();
    double friedman = 12.0 * n / (k * (k + 1.0)) * (squares - k * (k + 1.0) * (k + 1.0) / 4);
    // With a single order in all blocks the statistic is infinite.
    double statistic = (n - 1) * friedman / Math.max(0, n * (k - 1.0) - friedman);
    double p =
        Double.isInfinite(statistic)
            ? 0
            : FDistribution.of(k - 1.0, (k - 1.0) * (n - 1.0)).survivalProbability(statistic);
    return new CriticalDifference(
        n, mean, p, range(k) / Math.sqrt(2) * Math.sqrt(k * (k + 1.0) / (6.0 * n)));
  }

  /**
   * The largest sets of methods whose mean ranks differ by less than the critical difference, each
   * as indices from the best to the worst; sets of a single method are omitted.
   */
  public List<List<Integer>> groups() {
    List<Integer> order =
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.comparingDouble(method -> ranks[method]))
            .toList();
    List<List<Integer>> groups = new ArrayList<>();
    int reached = 0;
    for (int first = 0; first < order.size(); first++) {
      int end = first + 1;
      while (end < order.size() && ranks[order.get(end)] - ranks[order.get(first)] < difference) {
        end++;
      }
      if (end > reached && end - first > 1) {
        groups.add(List.copyOf(order.subList(first, end)));
      }
      reached = Math.max(reached, end);
    }
    return groups;
  }

  /**
   * The 95 % quantile of the range of k standard normal variables, that is, of the studentized
   * range with infinitely many degrees of freedom.
   */
  static double range(int k) {
    double low = 0;
    double high = MAX_RANGE;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (rangeProbability(k, middle) < 1 - LEVEL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** {@code P(range <= q) = k times the integral of phi(z) (Phi(z) - Phi(z - q))^(k - 1)}. */
  private static double rangeProbability(int k, double q) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double step = 2 * TAIL / STEPS;
    return k
        * step
        * IntStream.range(0, STEPS)
            .mapToDouble(i -> -TAIL + (i + 0.5) * step)
            .map(z -> normal.density(z) * Math.pow(normal.probability(z - q, z), k - 1.0))
            .sum();
  }
}
