package org.mtlbench.methods.upgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.spi.toolbox.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class UpGradTest {
  private static double[] direction(Jacobian jacobian) {
    return GivenGradients.direction(new UpGrad(TrainingConfig.standard()), jacobian);
  }

  /** g_1 loses its part along -g_2, and the other way round. */
  @Test
  void twoTasksHaveAClosedForm() {
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
            .containsExactly(expected, within(1e-5 * jacobian.longest()));
      }
    }
  }

  @Test
  void withoutConflictItIsTheMean() {
    Jacobian friends = new Jacobian("friends", new double[][] {{1, 0, 1}, {0, 2, 1}, {1, 1, 1}});
    assertThat(direction(friends)).containsExactly(new double[] {2 / 3.0, 1, 1}, within(1e-9));
  }
}
