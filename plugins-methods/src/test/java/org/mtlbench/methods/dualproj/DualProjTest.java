package org.mtlbench.methods.dualproj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.given.Jacobian;

class DualProjTest {
  /**
   * The conditions of the projection: d = g_0 + J'x with x of at least 0, J d of at least 0, and
   * x_t above 0 only where g_t.d is 0.
   */
  @Test
  void satisfiesOptimalityConditions() {
    List<Jacobian> all = new ArrayList<>(RandomGradients.matrices());
    all.addAll(Jacobian.family());
    for (Jacobian jacobian : all) {
      double[] weights = RandomGradients.weights(DualProj::weights, jacobian);
      double[] gains = jacobian.times(jacobian.combine(weights));
      for (int t = 0; t < weights.length; t++) {
        double tolerance = 1e-7 * norm(jacobian.rows()[t]) * terms(jacobian, weights);
        assertThat(weights[t]).as(jacobian.name()).isGreaterThanOrEqualTo(1.0 / weights.length);
        assertThat(gains[t]).as(jacobian.name()).isGreaterThanOrEqualTo(-tolerance);
        if (weights[t] > 1.0 / weights.length) {
          assertThat(gains[t]).as(jacobian.name()).isCloseTo(0, within(tolerance));
        }
      }
    }
  }

  /** TorchJD's regularised program gives 0.6109. */
  @Test
  void matchesProjectionByHand() {
    assertThat(RandomGradients.weights(DualProj::weights, Jacobian.REFERENCE))
        .containsExactly(new double[] {0.5 + 1.0 / 9, 0.5}, within(1e-12));
  }

  @Test
  void equalsMeanWithoutConflictOfMean() {
    Jacobian mild = new Jacobian("mild", new double[][] {{-1, 3}, {2, 2}, {2, 1}});
    assertThat(RandomGradients.weights(DualProj::weights, mild))
        .containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
  }
}
