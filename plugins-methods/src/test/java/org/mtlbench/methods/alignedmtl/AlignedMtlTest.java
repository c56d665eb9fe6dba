package org.mtlbench.methods.alignedmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.spi.method.Aggregation;
import org.mtlbench.spi.method.MethodContext;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class AlignedMtlTest {
  /**
   * The aligned gradients are orthogonal and as long as the smallest component: d is their mean.
   */
  @Test
  void theDirectionIsTheMeanOfOrthogonalGradientsOfTheSmallestLength() {
    try (NDManager manager = NDManager.newBaseManager()) {
      MethodContext context = new TinyProblem(manager, 1).context();
      AlignedMtlPlugin plugin = new AlignedMtlPlugin();
      for (Jacobian jacobian : RandomGradients.matrices()) {
        Aggregation aligned = (Aggregation) plugin.create(plugin.defaults(), context);
        GivenGradients gradients = GivenGradients.of(jacobian, manager);
        double smallest = Spectrum.of(gradients.gramian()).smallestPositive();
        double[] direction = GivenGradients.direction(aligned.aggregate(gradients), jacobian);
        assertThat(norm(direction)).isCloseTo(Math.sqrt(smallest / jacobian.tasks()), within(1e-6));
      }
    }
  }
}
