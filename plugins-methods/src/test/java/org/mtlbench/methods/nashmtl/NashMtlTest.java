package org.mtlbench.methods.nashmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;

import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.given.Jacobian;

class NashMtlTest {
  private static double[] weights(double maxNorm, Jacobian jacobian) {
    return RandomGradients.weights(gramian -> NashMtl.weights(gramian, maxNorm), jacobian);
  }

  @Test
  void satisfiesNashCondition() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] alpha = weights(100, jacobian);
      double[] gains = jacobian.times(jacobian.combine(alpha));
      for (int task = 0; task < alpha.length; task++) {
        assertThat(alpha[task]).isPositive();
        // G alpha = 1 / alpha; the ridge changes it by 1e-8
        assertThat(gains[task] * alpha[task]).as(jacobian.name()).isCloseTo(1, within(1e-6));
      }
      assertThat(norm(jacobian.combine(alpha))).isCloseTo(Math.sqrt(alpha.length), within(1e-6));
    }
  }

  @Test
  void limitsNorm() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      assertThat(norm(jacobian.combine(weights(1, jacobian)))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void opposedGradientsHaveNoSolution() {
    Jacobian opposed = new Jacobian("opposed", new double[][] {{1, 2}, {-2, -4}});
    assertThat(weights(1, opposed)).containsExactly(0, 0);
  }

  @Test
  void ignoresTaskWithZeroGradient() {
    Jacobian one = new Jacobian("one at rest", new double[][] {{3, 4}, {0, 0}});
    assertThat(weights(1, one)).containsExactly(new double[] {0.2, 0}, within(1e-7));
  }
}
