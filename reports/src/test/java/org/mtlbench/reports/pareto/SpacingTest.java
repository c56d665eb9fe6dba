package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpacingTest {
  @Test
  void isZeroForEvenFront() {
    assertThat(Spacing.of(List.of(new double[] {0, 3}, new double[] {1, 2}, new double[] {2, 1})))
        .hasValue(0);
  }

  @Test
  void isStandardDeviationOfNearestDistances() {
    // Nearest distances 2, 2, 6: their mean is 10 / 3 and their standard deviation sqrt(16 / 3).
    assertThat(
            Spacing.of(List.of(new double[] {0, 5}, new double[] {1, 4}, new double[] {4, 1}))
                .getAsDouble())
        .isCloseTo(Math.sqrt(16 / 3.0), within(1e-12));
  }

  @Test
  void needsTwoPoints() {
    assertThat(Spacing.of(List.of(new double[] {1, 2}))).isEmpty();
  }
}
