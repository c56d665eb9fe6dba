package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThetaPatternTest {
  private static final double EXACT = 1e-15;

  @Test
  void spikeRaisesLargestRowOnly() {
    assertThat(ThetaPattern.SPIKE.theta(4, 0.8, 0.2))
        .containsExactly(new double[] {1.0, 0.2, 0.2, 0.2}, within(EXACT));
  }

  @Test
  void linearFallsToB1() {
    assertThat(ThetaPattern.LINEAR.theta(4, 0.8, 0.2))
        .containsExactly(new double[] {0.95, 0.9, 0.85, 0.8}, within(EXACT));
  }

  @Test
  void halfLinearFallsOverFirstHalf() {
    assertThat(ThetaPattern.HALF_LINEAR.theta(6, 0.8, 0.2))
        .containsExactly(new double[] {1.2, 1.0, 0.8, 0.8, 0.8, 0.8}, within(EXACT));
  }

  @Test
  void halfLinearRoundsHalfDown() {
    assertThat(ThetaPattern.HALF_LINEAR.theta(5, 0.5, 0.1))
        .containsExactly(new double[] {0.6, 0.5, 0.5, 0.5, 0.5}, within(EXACT));
  }

  @Test
  void supportsSingleRow() {
    assertThat(ThetaPattern.SPIKE.theta(1, 0.8, 0.2)).containsExactly(1.0);
    assertThat(ThetaPattern.LINEAR.theta(1, 0.8, 0.2)).containsExactly(0.8);
    assertThat(ThetaPattern.HALF_LINEAR.theta(1, 0.8, 0.2)).containsExactly(0.8);
  }

  @ParameterizedTest
  @EnumSource
  void neverIncreases(ThetaPattern pattern) {
    for (int n = 1; n < 40; n++) {
      double[] theta = pattern.theta(n, 0.3, 0.7);
      assertThat(theta).hasSize(n);
      for (int i = 1; i < n; i++) {
        assertThat(theta[i]).isBetween(0.0, theta[i - 1]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsBadWeights(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThetaPattern.SPIKE.theta(3, bad, 0.2))
        .withMessage("b1 is %s, but must be a finite number of at least 0", bad);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThetaPattern.LINEAR.theta(3, 0.8, bad))
        .withMessageStartingWith("b2 is " + bad);
  }

  @Test
  void rejectsLayerWithoutRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThetaPattern.SPIKE.theta(0, 0.8, 0.2))
        .withMessage("n is 0, but a layer has at least 1 row");
  }
}
