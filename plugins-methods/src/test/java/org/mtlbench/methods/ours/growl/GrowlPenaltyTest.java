package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowlPenaltyTest {
  private static final double[] SPIKE = ThetaPattern.SPIKE.theta(3, 0.8, 0.2);

  @Test
  void largestNormHasLargestWeight() {
    // 1.0 * 2 + 0.2 * (0.5 + 0.4); ascending order would give 1.0 * 0.4 + 0.2 * 2.5 = 0.9
    GrowlPenalty penalty = new GrowlPenalty(SPIKE);
    assertThat(penalty.value(new double[] {0.4, 2, 0.5})).isCloseTo(2.18, within(1e-15));
    assertThat(penalty.coefficients(new double[] {0.4, 2, 0.5})).containsExactly(0.2, 1.0, 0.2);
  }

  @Test
  void coefficientsDependOnRanks() {
    GrowlPenalty penalty = new GrowlPenalty(new double[] {4, 3, 2, 1});
    assertThat(penalty.coefficients(new double[] {0.1, 9, 0, 3})).containsExactly(2, 4, 1, 3);
  }

  @Test
  void tiesRankByIndex() {
    GrowlPenalty penalty = new GrowlPenalty(new double[] {4, 3, 2, 1});
    assertThat(penalty.coefficients(new double[] {1, 2, 2, 1})).containsExactly(2, 4, 3, 1);
  }

  @ParameterizedTest
  @EnumSource
  void coefficientsAreDerivative(ThetaPattern pattern) {
    int n = 30;
    GrowlPenalty penalty = new GrowlPenalty(pattern.theta(n, 0.3, 0.5));
    double[] norms = new Random(5).doubles(n, 0.1, 3).toArray();
    double[] coefficients = penalty.coefficients(norms);
    double h = 1e-7;
    for (int i = 0; i < n; i++) {
      double[] up = norms.clone();
      double[] down = norms.clone();
      up[i] += h;
      down[i] -= h;
      double slope = (penalty.value(up) - penalty.value(down)) / (2 * h);
      assertThat(coefficients[i]).isCloseTo(slope, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isMaximumOverAssignments(ThetaPattern pattern) {
    double[] theta = pattern.theta(4, 0.3, 0.5);
    Random random = new Random(11);
    for (int trial = 0; trial < 50; trial++) {
      double[] norms = random.doubles(4, 0, 1).toArray();
      assertThat(new GrowlPenalty(theta).value(norms))
          .isCloseTo(largest(theta, norms, 0, 0), within(1e-12));
    }
  }

  private static double largest(double[] theta, double[] norms, int rank, int used) {
    double best = rank == theta.length ? 0 : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < norms.length; i++) {
      if ((used & 1 << i) == 0) {
        double rest = largest(theta, norms, rank + 1, used | 1 << i);
        best = Math.max(best, theta[rank] * norms[i] + rest);
      }
    }
    return best;
  }

  @Test
  void rejectsBadInput() {
    GrowlPenalty penalty = new GrowlPenalty(SPIKE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> penalty.value(new double[] {1, 2}))
        .withMessage("there are 2 row norms for 3 weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> penalty.coefficients(new double[] {1, Double.NaN, 2}))
        .withMessageStartingWith("the norm of row 1 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrowlPenalty(new double[] {0.1, 0.2}))
        .withMessageStartingWith("theta[1] is 0.2");
  }
}
