package org.mtlbench.methods.upgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;
import static org.mtlbench.methods.RandomGradients.without;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.given.Jacobian;

class UpGradTest {
  private static double[] direction(Jacobian jacobian) {
    return jacobian.combine(RandomGradients.weights(UpGrad::weights, jacobian));
  }

  /** g_1 loses its part along -g_2, and the other way round. */
  @Test
  void matchesClosedFormForTwoTasks() {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      if (jacobian.tasks() == 2) {
        double[][] g = jacobian.rows();
        double conflict = Math.min(0, dot(g[0], g[1]));
        double[] expected = new double[g[0].length];
        Arrays.setAll(
            expected,
            p ->
                (g[0][p]
                        - conflict / dot(g[1], g[1]) * g[1][p]
                        + g[1][p]
                        - conflict / dot(g[0], g[0]) * g[0][p])
                    / 2);
        assertThat(direction(jacobian))
            .containsExactly(expected, within(1e-12 * jacobian.longest()));
      }
    }
  }

  /**
   * The projection on the cone of all v with J v >= 0 is that on one of its faces: of the faces
   * whose projection lies in the cone, the one that takes least away.
   */
  private static double[] projection(double[] gradient, double[][] units) {
    double[] best = new double[gradient.length];
    double least = norm(gradient);
    for (int face = 0; face < 1 << units.length; face++) {
      List<double[]> basis = new ArrayList<>();
      for (int j = 0; j < units.length; j++) {
        if ((face >> j & 1) == 1) {
          double[] rest = without(units[j], basis);
          double length = norm(rest);
          if (length > 1e-10) {
            basis.add(Arrays.stream(rest).map(x -> x / length).toArray());
          }
        }
      }
      double[] candidate = without(gradient, basis);
      double[] taken = new double[gradient.length];
      Arrays.setAll(taken, p -> gradient[p] - candidate[p]);
      boolean inside =
          Arrays.stream(units).allMatch(unit -> dot(unit, candidate) >= -1e-9 * norm(gradient));
      if (inside && norm(taken) < least) {
        least = norm(taken);
        best = candidate;
      }
    }
    return best;
  }

  @Test
  void directionIsMeanOfProjections() {
    for (Jacobian jacobian : Jacobian.family()) {
      double[][] units =
          Arrays.stream(jacobian.rows())
              .filter(row -> norm(row) > 0)
              .map(row -> Arrays.stream(row).map(x -> x / norm(row)).toArray())
              .toArray(double[][]::new);
      double[] mean = new double[jacobian.parameters()];
      for (double[] row : jacobian.rows()) {
        double[] projection = projection(row, units);
        Arrays.setAll(mean, p -> mean[p] + projection[p] / jacobian.tasks());
      }
      double[] weights = RandomGradients.weights(UpGrad::weights, jacobian);
      assertThat(jacobian.combine(weights))
          .as(jacobian.name())
          .containsExactly(mean, within(1e-7 * terms(jacobian, weights)));
    }
  }

  @Test
  void equalsMeanWithoutConflict() {
    Jacobian friends = new Jacobian("friends", new double[][] {{1, 0, 1}, {0, 2, 1}, {1, 1, 1}});
    assertThat(direction(friends)).containsExactly(new double[] {2 / 3.0, 1, 1}, within(1e-9));
  }
}
