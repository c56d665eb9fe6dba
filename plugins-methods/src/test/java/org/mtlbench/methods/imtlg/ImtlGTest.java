package org.mtlbench.methods.imtlg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.given.Jacobian;

class ImtlGTest {
  private static double[] weights(Jacobian jacobian) {
    return RandomGradients.weights(ImtlG::weights, jacobian);
  }

  /** Which, with the sum of the weights, is the definition of the direction. */
  @Test
  void projectionsHaveEqualLength() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] weights = weights(jacobian);
      assertThat(Arrays.stream(weights).sum()).as(jacobian.name()).isCloseTo(1, within(1e-9));
      double[] products = jacobian.times(jacobian.combine(weights));
      double first = products[0] / norm(jacobian.rows()[0]);
      for (int task = 1; task < products.length; task++) {
        assertThat(products[task] / norm(jacobian.rows()[task]))
            .as(jacobian.name())
            .isCloseTo(first, within(1e-9 * terms(jacobian, weights)));
      }
    }
  }

  /** The Gramian has full rank, but its eigenvalues are 1e10 apart. */
  @Test
  void keepsShortGradients() {
    Jacobian uneven = new Jacobian("uneven", new double[][] {{1e-5, 0.5e-5}, {-0.5, 1}});
    assertThat(uneven.combine(weights(uneven)))
        .containsExactly(new double[] {5.0e-6, 1.5e-5}, within(1e-9));
  }

  @Test
  void weightsOpposedGradientsEqually() {
    Jacobian opposed = new Jacobian("opposed", new double[][] {{1, 2}, {-1, -2}});
    assertThat(opposed.combine(weights(opposed))).containsExactly(0, 0);
  }

  @Test
  void taskWithZeroGradientHasNoWeight() {
    Jacobian one = new Jacobian("one at rest", new double[][] {{3, 4}, {0, 0}});
    assertThat(weights(one)).containsExactly(1, 0);
  }
}
