package org.mtlbench.methods.imtlg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;

import org.junit.jupiter.api.Test;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.spi.toolbox.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class ImtlGTest {
  @Test
  void theProjectionsOnAllGradientsAreOfOneLength() {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      double[] direction = GivenGradients.direction(new ImtlG(TrainingConfig.standard()), jacobian);
      double[] products = jacobian.times(direction);
      double first = products[0] / norm(jacobian.rows()[0]);
      for (int task = 1; task < products.length; task++) {
        assertThat(products[task] / norm(jacobian.rows()[task]))
            .as(jacobian.name())
            .isCloseTo(first, within(1e-6 * jacobian.longest()));
      }
    }
  }

  @Test
  void opposedGradientsCountAlike() {
    Jacobian opposed = new Jacobian("opposed", new double[][] {{1, 2}, {-1, -2}});
    assertThat(GivenGradients.direction(new ImtlG(TrainingConfig.standard()), opposed))
        .containsExactly(0, 0);
  }
}
