package org.mtlbench.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentile intervals from the stratified bootstrap: every resample draws, with replacement, as
 * many runs of each stratum as it has. Strata themselves are not resampled, so the interval is for
 * new seeds on the same datasets and architectures.
 */
public final class StratifiedBootstrap {
  private static final int RESAMPLES = 2000;
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;
  private static final int MIN_RUNS = 2;

  private StratifiedBootstrap() {}

  /**
   * A 95 % interval.
   *
   * @param low lower end
   * @param high upper end
   */
  public record Interval(double low, double high) {}

  /**
   * Whether there is an interval: a stratum with a single run would be treated as if it did not
   * vary.
   */
  public static boolean isDefined(RunScores scores) {
    return scores.strata().stream().allMatch(runs -> runs.length >= MIN_RUNS);
  }

  /** The interval of a statistic of one method; the same for the same scores. */
  public static Interval of(RunScores scores, ToDoubleFunction<RunScores> statistic) {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < values.length; i++) {
      values[i] = statistic.applyAsDouble(resampled(scores, random));
    }
    return interval(values);
  }

  /** The interval of the probability of improvement over another method. */
  public static Interval ofImprovement(RunScores scores, RunScores other) {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < values.length; i++) {
      values[i] = resampled(scores, random).probabilityOfImprovement(resampled(other, random));
    }
    return interval(values);
  }

  private static RunScores resampled(RunScores scores, SplittableRandom random) {
    List<double[]> strata = new ArrayList<>();
    for (double[] runs : scores.strata()) {
      double[] drawn = new double[runs.length];
      Arrays.setAll(drawn, i -> runs[random.nextInt(runs.length)]);
      strata.add(drawn);
    }
    return new RunScores(strata);
  }

  private static Interval interval(double... values) {
    double[] ends = Quantile.withDefaults().evaluate(values, LOWER, UPPER);
    return new Interval(ends[0], ends[1]);
  }
}
