package org.mtlbench.methods.alignedmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.norm;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.testkit.given.Jacobian;

class AlignedMtlTest {
  private static double[] direction(Jacobian jacobian) {
    return jacobian.combine(RandomGradients.weights(AlignedMtl::weights, jacobian));
  }

  /**
   * The aligned gradients are orthogonal and as long as the smallest component: d is their mean.
   */
  @Test
  void directionIsMeanOfAlignedGradients() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[][] gramian =
          Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
      double expected = Math.sqrt(Spectrum.of(gramian).smallestPositive() / jacobian.tasks());
      assertThat(norm(direction(jacobian)))
          .as(jacobian.name())
          .isCloseTo(expected, within(1e-9 * expected));
    }
  }

  /** J d = sqrt(lambda_min) G^{1/2} w, and two tasks have a closed form of the root. */
  @Test
  void matchesClosedFormForTwoTasks() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      if (jacobian.tasks() != 2) {
        continue;
      }
      double[][] g = jacobian.rows();
      double first = dot(g[0], g[0]);
      double second = dot(g[1], g[1]);
      double mixed = dot(g[0], g[1]);
      double root = Math.sqrt(first * second - mixed * mixed);
      double trace = first + second;
      double largest = trace / 2 + Math.hypot((first - second) / 2, mixed);
      double factor = root / Math.sqrt(largest) / Math.sqrt(trace + 2 * root) / 2;
      double[] direction = direction(jacobian);
      double[] expected = {factor * (first + root + mixed), factor * (mixed + second + root)};
      double[] products = jacobian.times(direction);
      for (int t = 0; t < 2; t++) {
        assertThat(products[t])
            .as(jacobian.name())
            .isCloseTo(expected[t], within(1e-7 * norm(g[t]) * norm(direction)));
      }
    }
  }

  /** The eigenvalues of this Gramian are 1e12 apart, but it has full rank. */
  @Test
  void keepsShortGradients() {
    Jacobian uneven = new Jacobian("uneven", new double[][] {{1e-6, 0}, {0, 1}});
    assertThat(direction(uneven)).containsExactly(new double[] {0.5e-6, 0.5e-6}, within(1e-13));
  }
}
