package org.mtlbench.methods.conflictfree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.imtlg.ImtlG;
import org.mtlbench.testkit.given.Jacobian;

class ConFigTest {
  private static double[] direction(double[]... rows) {
    return direction(new Jacobian("rows", rows));
  }

  private static double[] direction(Jacobian jacobian) {
    return jacobian.combine(RandomGradients.weights(ConFig::weights, jacobian));
  }

  @Test
  void hasEqualCosinesWithAllGradients() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] weights = RandomGradients.weights(ConFig::weights, jacobian);
      double[] direction = jacobian.combine(weights);
      double[] gains = jacobian.times(direction);
      Arrays.setAll(gains, t -> gains[t] / norm(jacobian.rows()[t]));
      assertThat(gains[0]).as(jacobian.name()).isPositive();
      for (double gain : gains) {
        assertThat(gain)
            .as(jacobian.name())
            .isCloseTo(gains[0], within(1e-6 * terms(jacobian, weights)));
      }
    }
  }

  /** The length is the sum of the projections: d.d = d.(sum of the gradients). */
  @Test
  void isAsLongAsSumOfProjections() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] ones = new double[jacobian.tasks()];
      Arrays.fill(ones, 1);
      double[] direction = direction(jacobian);
      double squared = dot(direction, direction);
      assertThat(dot(direction, jacobian.combine(ones)))
          .as(jacobian.name())
          .isCloseTo(squared, within(1e-6 * squared));
    }
  }

  @Test
  void isParallelToImtlG() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] direction = direction(jacobian);
      double[] other = jacobian.combine(RandomGradients.weights(ImtlG::weights, jacobian));
      assertThat(Math.abs(dot(direction, other)) / norm(direction) / norm(other))
          .as(jacobian.name())
          .isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void usesLeastSquaresForDependentGradients() {
    // u = 1, against the third task
    assertThat(direction(new double[] {2}, new double[] {1}, new double[] {-1}))
        .containsExactly(new double[] {2}, within(1e-12));
  }

  @Test
  void isZeroIfUnitGradientsCancel() {
    assertThat(direction(new double[] {3, 0}, new double[] {-1, 0})).containsExactly(0, 0);
  }

  @Test
  void ignoresZeroGradients() {
    assertThat(direction(new double[] {3, 1}, new double[] {0, 0}))
        .containsExactly(new double[] {3, 1}, within(1e-12));
  }
}
