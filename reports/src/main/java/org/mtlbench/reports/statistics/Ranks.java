package org.mtlbench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Ranks of methods, 1 for the best; ties get the mean of their ranks. */
public final class Ranks {
  private Ranks() {}

  /**
   * The rank of each method on one task.
   *
   * @param values finite values, one per method
   * @param direction direction of the metric
   * @return ranks from 1 to the number of methods, in the same order
   */
  public static double[] of(double[] values, Direction direction) {
    double[] ascending = Arrays.stream(values).map(v -> -direction.sign() * v).toArray();
    return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(ascending);
  }

  /**
   * The mean rank of each method over tasks.
   *
   * @param values {@code [task][method]}, finite
   * @param directions one per task
   * @return one per method; empty if there are no tasks
   */
  public static double[] mean(double[][] values, Direction... directions) {
    if (values.length == 0) {
      return new double[0];
    }
    double[] sums = new double[values[0].length];
    for (int task = 0; task < values.length; task++) {
      double[] ranks = of(values[task], directions[task]);
      for (int method = 0; method < sums.length; method++) {
        sums[method] += ranks[method];
      }
    }
    return Arrays.stream(sums).map(sum -> sum / values.length).toArray();
  }
}
