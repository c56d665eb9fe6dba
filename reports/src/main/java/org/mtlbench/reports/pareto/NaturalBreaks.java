package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clustering of numbers that minimises the squared deviations from the means of their clusters
 * (Fisher 1958, Jenks 1967), computed exactly by dynamic programming.
 */
final class NaturalBreaks {
  private final double[] values;
  private final double[] sums;
  private final double[] squares;

  private NaturalBreaks(double[] sorted) {
    values = sorted;
    sums = new double[sorted.length + 1];
    squares = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + sorted[i];
      squares[i + 1] = squares[i] + sorted[i] * sorted[i];
    }
  }

  /**
   * The fewest clusters within which the standard deviation is small enough.
   *
   * @param numbers finite, in any order
   * @param deviation the largest standard deviation within clusters, over all of them
   * @param most maximum number of clusters, at least 1; this limit takes precedence over the
   *     deviation
   * @return the clusters in ascending order, each sorted; no clusters without numbers
   */
  static List<double[]> of(double[] numbers, double deviation, int most) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return List.of();
    }
    return new NaturalBreaks(sorted).clusters(deviation, Math.min(most, sorted.length));
  }

  private List<double[]> clusters(double deviation, int most) {
    int n = values.length;
    double[] costs = new double[n + 1];
    for (int end = 1; end <= n; end++) {
      costs[end] = cost(0, end);
    }
    List<int[]> starts = new ArrayList<>(List.of(new int[n + 1]));
    while (starts.size() < most && Math.sqrt(costs[n] / n) > deviation) {
      int fewer = starts.size();
      double[] better = new double[n + 1];
      int[] start = new int[n + 1];
      for (int end = fewer + 1; end <= n; end++) {
        double[] before = costs;
        int last = end;
        start[end] =
            IntStream.range(fewer, end)
                .boxed()
                .min((a, b) -> Double.compare(total(before, a, last), total(before, b, last)))
                .orElseThrow();
        better[end] = total(costs, start[end], end);
      }
      costs = better;
      starts.add(start);
    }
    List<double[]> clusters = new ArrayList<>();
    int end = n;
    for (int i = starts.size() - 1; i >= 0; i--) {
      int start = starts.get(i)[end];
      clusters.add(0, Arrays.copyOfRange(values, start, end));
      end = start;
    }
    return clusters;
  }

  private double total(double[] costs, int start, int end) {
    return costs[start] + cost(start, end);
  }

  /** The sum of squared deviations from the mean of the numbers in a range. */
  private double cost(int start, int end) {
    double sum = sums[end] - sums[start];
    return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
  }
}
