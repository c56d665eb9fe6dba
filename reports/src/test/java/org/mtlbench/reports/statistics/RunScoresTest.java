package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** References: R 4.2, {@code mean(x, trim = 0.25)} and {@code wilcox.test}; 100,000 resamples. */
class RunScoresTest {
  private static final RunScores FIRST =
      new RunScores(
          List.of(
              new double[] {101.2, 99.8, 102.5, 100.4, 101.9},
              new double[] {97.1, 98.6, 99.9, 96.2, 98.0}));
  private static final RunScores SECOND =
      new RunScores(
          List.of(
              new double[] {100.1, 100.4, 99.2, 101.0, 100.7},
              new double[] {98.0, 98.6, 97.7, 99.1, 96.9}));

  @Test
  void theInterquartileMeanIsTheTrimmedMeanOfR() {
    RunScores ten = new RunScores(List.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3}));
    assertThat(ten.interquartileMean()).isEqualTo(22.0 / 6, within(1e-12));
    assertThat(FIRST.interquartileMean()).isEqualTo(99.65, within(1e-12));
    assertThat(new RunScores(List.of(new double[] {7})).interquartileMean()).isEqualTo(7);
  }

  @Test
  void theProbabilityOfImprovementIsTheScaledRankSumOfR() {
    assertThat(FIRST.probabilityOfImprovement(SECOND)).isEqualTo(0.61, within(1e-12));
    assertThat(SECOND.probabilityOfImprovement(FIRST)).isEqualTo(0.39, within(1e-12));
    assertThat(FIRST.probabilityOfImprovement(FIRST)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void theProfileIsTheMeanShareOverStrata() {
    RunScores uneven = new RunScores(List.of(new double[] {1, 2, 3, 4}, new double[] {3}));
    assertThat(uneven.shareAbove(2)).isEqualTo((0.5 + 1) / 2);
    assertThat(uneven.shareAbove(4)).isZero();
    assertThat(uneven.shareAbove(0)).isEqualTo(1);
  }

  @Test
  void bootstrapIntervalsAreThoseOfManyResamplesInR() {
    StratifiedBootstrap.Interval mean = StratifiedBootstrap.of(FIRST, RunScores::interquartileMean);
    assertThat(mean.low()).isEqualTo(98.80, within(0.1));
    assertThat(mean.high()).isEqualTo(100.45, within(0.1));
    StratifiedBootstrap.Interval improvement = StratifiedBootstrap.ofImprovement(FIRST, SECOND);
    assertThat(improvement.low()).isEqualTo(0.35, within(0.02));
    assertThat(improvement.high()).isEqualTo(0.85, within(0.02));
  }

  @Test
  void strataAreResampledSeparately() {
    RunScores apart = new RunScores(List.of(new double[] {0, 0}, new double[] {10, 10}));
    StratifiedBootstrap.Interval interval =
        StratifiedBootstrap.of(apart, RunScores::interquartileMean);
    assertThat(interval).isEqualTo(new StratifiedBootstrap.Interval(5, 5));
  }

  @Test
  void thereIsNoIntervalIfAStratumHasASingleRun() {
    RunScores one = new RunScores(List.of(new double[] {1, 2}, new double[] {3}));
    assertThat(StratifiedBootstrap.isDefined(one)).isFalse();
    assertThat(StratifiedBootstrap.isDefined(FIRST)).isTrue();
  }

  @Test
  void differentStrataAreRejected() {
    RunScores one = new RunScores(List.of(new double[] {1}));
    assertThatThrownBy(() -> FIRST.probabilityOfImprovement(one)).hasMessageContaining("2 and 1");
    assertThatThrownBy(() -> new RunScores(List.of())).hasMessageContaining("at least 1");
  }
}
