package org.mtlbench.reports.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * Scores of one method in several strata, for statistics over few runs (R. Agarwal et al., "Deep
 * Reinforcement Learning at the Edge of the Statistical Precipice", NeurIPS 2021). A stratum is one
 * task of one dataset on one architecture; its scores are those of the seeds. Higher is better, and
 * strata have a common scale.
 *
 * @param strata {@code [stratum][run]}: at least one stratum, each with at least one finite score
 */
public record RunScores(List<double[]> strata) {
  private static final double TRIMMED = 0.25;

  /** Makes defensive copies. */
  public RunScores {
    strata = strata.stream().map(double[]::clone).toList();
    if (strata.isEmpty() || strata.stream().anyMatch(runs -> runs.length == 0)) {
      throw new IllegalArgumentException("strata: at least 1 with at least 1 score each needed");
    }
  }

  /** All scores, ascending. */
  public double[] sorted() {
    return strata.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  /**
   * The mean of the middle half of all scores: of n scores, the lowest and the highest {@code
   * floor(n / 4)} are discarded.
   */
  public double interquartileMean() {
    double[] all = sorted();
    int cut = (int) (TRIMMED * all.length);
    return Mean.of(Arrays.copyOfRange(all, cut, all.length - cut)).getAsDouble();
  }

  /**
   * The probability that a run of this method has a higher score than a run of another method in
   * the same stratum, a tie counting half; the mean over strata.
   *
   * @param other scores in the same strata; numbers of runs may differ
   * @return 0 to 1
   */
  public double probabilityOfImprovement(RunScores other) {
    if (other.strata.size() != strata.size()) {
      throw new IllegalArgumentException(
          "strata: " + strata.size() + " and " + other.strata.size() + ", as many needed");
    }
    double sum = 0;
    for (int stratum = 0; stratum < strata.size(); stratum++) {
      sum += above(strata.get(stratum), other.strata.get(stratum));
    }
    return sum / strata.size();
  }

  private static double above(double[] own, double[] other) {
    double wins = 0;
    for (double score : own) {
      for (double rival : other) {
        wins += score > rival ? 1 : score == rival ? 0.5 : 0;
      }
    }
    return wins / own.length / other.length;
  }

  /**
   * The performance profile: the share of scores above a threshold, the mean over strata.
   *
   * @return 0 to 1
   */
  public double shareAbove(double threshold) {
    return strata.stream()
        .mapToDouble(
            runs -> (double) Arrays.stream(runs).filter(s -> s > threshold).count() / runs.length)
        .average()
        .orElseThrow();
  }
}
