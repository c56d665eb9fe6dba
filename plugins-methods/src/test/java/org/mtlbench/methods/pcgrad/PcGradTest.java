package org.mtlbench.methods.pcgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.terms;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.given.Jacobian;

class PcGradTest {
  /** Algorithm 1 of the paper, on the gradients themselves, with the orders of the step's seed. */
  private static double[] surgery(Jacobian jacobian) {
    RandomGenerator random = new Randomness(0).stream("step");
    double[][] g = jacobian.rows();
    double[] sum = new double[jacobian.parameters()];
    for (int i = 0; i < g.length; i++) {
      double[] v = g[i].clone();
      for (int j : Permutation.of(g.length, random)) {
        double along = dot(v, g[j]);
        if (j != i && along < 0) {
          double share = along / dot(g[j], g[j]);
          double[] other = g[j];
          Arrays.setAll(v, p -> v[p] - share * other[p]);
        }
      }
      Arrays.setAll(sum, p -> sum[p] + v[p]);
    }
    return sum;
  }

  @Test
  void matchesSurgeryOnGradients() {
    for (Jacobian jacobian : Jacobian.family()) {
      double[] weights =
          RandomGradients.weights(
              gramian -> PcGrad.weights(gramian, new Randomness(0).stream("step")), jacobian);
      assertThat(jacobian.combine(weights))
          .as(jacobian.name())
          .containsExactly(surgery(jacobian), within(1e-12 * terms(jacobian, weights)));
    }
  }
}
