package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.reports.statistics.Direction.HIGHER_IS_BETTER;
import static org.mtlbench.reports.statistics.Direction.LOWER_IS_BETTER;

import org.junit.jupiter.api.Test;

class DeltaMTest {
  private static final Direction[] CITYSCAPES = {
    HIGHER_IS_BETTER, HIGHER_IS_BETTER, LOWER_IS_BETTER, LOWER_IS_BETTER
  };

  /** Single-task learning on CityScapes: mean IoU, pixel accuracy, absolute and relative error. */
  private static final double[] SINGLE = {74.01, 93.16, 0.0125, 27.77};

  /**
   * Navon et al., ICML 2022, table of CityScapes, which prints the opposite sign: 22.60 for equal
   * weights and 5.89 for uncertainty weighting, from figures with more digits than it prints.
   */
  @Test
  void matchesPublishedValuesWithOppositeSign() {
    assertThat(DeltaM.percent(new double[] {75.18, 93.49, 0.0155, 46.77}, SINGLE, CITYSCAPES))
        .isCloseTo(-22.60, within(0.05));
    assertThat(DeltaM.percent(new double[] {72.02, 92.85, 0.0140, 30.13}, SINGLE, CITYSCAPES))
        .isCloseTo(-5.89, within(0.05));
  }

  @Test
  void matchesHandWorkedValues() {
    // (99 - 90) / 90 = 0.1 and (76 - 80) / 80 = -0.05
    assertThat(
            DeltaM.percent(
                new double[] {99, 76}, new double[] {90, 80}, HIGHER_IS_BETTER, HIGHER_IS_BETTER))
        .isCloseTo(2.5, within(1e-12));
    assertThat(DeltaM.percent(SINGLE, SINGLE, CITYSCAPES)).isZero();
  }

  @Test
  void requiresReferenceForEveryTask() {
    assertThatThrownBy(() -> DeltaM.percent(new double[] {1}, SINGLE, CITYSCAPES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values, 4 references");
  }
}
