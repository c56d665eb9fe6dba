package org.mtlbench.methods.fairgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.nashmtl.NashMtl;
import org.mtlbench.testkit.given.Jacobian;

class FairGradTest {
  private static double[] weights(Jacobian jacobian, double alpha) {
    return RandomGradients.weights(gramian -> FairGrad.weights(gramian, alpha), jacobian);
  }

  /** TorchJD's solver stops within 1e-4 of the solution. */
  @Test
  void matchesPublishedWeights() {
    assertThat(weights(Jacobian.REFERENCE, 1))
        .containsExactly(new double[] {0.5915, 0.4071}, within(1e-4));
  }

  @Test
  void solvesItsEquation() {
    for (double alpha : new double[] {0.5, 1, 2, 10}) {
      for (Jacobian jacobian : RandomGradients.independent()) {
        double[] weights = weights(jacobian, alpha);
        double[] gains = jacobian.times(jacobian.combine(weights));
        for (int t = 0; t < weights.length; t++) {
          assertThat(weights[t]).as(jacobian.name() + ", alpha " + alpha).isPositive();
          assertThat(gains[t])
              .as(jacobian.name() + ", gain of task " + t + ", alpha " + alpha)
              .isCloseTo(
                  Math.pow(weights[t], -1 / alpha),
                  within(1e-6 * norm(jacobian.rows()[t]) * terms(jacobian, weights)));
        }
      }
    }
  }

  @Test
  void isNashBargainingForAlphaOfOne() {
    for (Jacobian jacobian : Jacobian.family()) {
      double[] nash =
          RandomGradients.weights(gramian -> NashMtl.weights(gramian, Double.MAX_VALUE), jacobian);
      double[] fair = weights(jacobian, 1);
      for (int t = 0; t < nash.length; t++) {
        assertThat(fair[t]).as(jacobian.name()).isCloseTo(nash[t], within(1e-6 * nash[t]));
      }
    }
  }

  @Test
  void approachesEqualGainsForLargeAlpha() {
    double[] gains =
        Jacobian.REFERENCE.times(Jacobian.REFERENCE.combine(weights(Jacobian.REFERENCE, 10)));
    assertThat(gains[0]).isCloseTo(gains[1], within(0.05 * gains[1]));
  }

  @Test
  void hasNoWeightsForOpposedGradients() {
    for (double alpha : new double[] {0.5, 1, 2}) {
      Jacobian opposed =
          new Jacobian("opposed", new double[][] {{1, 2, 0}, {-2, -4, 0}, {0, 1, 1}});
      assertThat(weights(opposed, alpha)).containsExactly(0, 0, 0);
    }
  }

  @Test
  void ignoresZeroGradients() {
    Jacobian zero = new Jacobian("zero", new double[][] {{0, 0}, {0, 8}});
    // 64 w = w^(-1/2)
    assertThat(weights(zero, 2)).containsExactly(new double[] {0, 1.0 / 16}, within(1e-8));
  }

  @Test
  void rejectsAlphaOutOfRange() {
    for (double alpha : new double[] {0, 0.49, 11, Double.NaN}) {
      assertThatThrownBy(() -> FairGrad.weights(new double[][] {{1}}, alpha))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("alpha: found " + alpha + ", expected a number from 0.5 to 10");
    }
  }
}
