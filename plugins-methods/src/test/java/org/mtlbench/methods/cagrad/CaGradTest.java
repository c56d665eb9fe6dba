package org.mtlbench.methods.cagrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.spi.config.InvalidConfigException;
import org.mtlbench.spi.method.Update;
import org.mtlbench.spi.toolbox.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class CaGradTest {
  private static double[] weights(double c, Jacobian jacobian) {
    try (NDManager manager = NDManager.newBaseManager()) {
      CaGrad caGrad = new CaGrad(c, TrainingConfig.standard());
      Update update = caGrad.aggregate(GivenGradients.of(jacobian, manager));
      return ((Update.Weights) update).weights();
    }
  }

  /**
   * The minimum of g_w . g_0 + r ||g_w|| on the simplex: its slope in w_i is g_i . d, which is
   * least, and one number, for every task with a weight above 0.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.9})
  void theWeightsMeetTheConditionsOfTheMinimum(double c) {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      int tasks = jacobian.tasks();
      double[] weights = weights(c, jacobian);
      double[] direction = jacobian.combine(weights);
      double[] mean = new double[tasks];
      Arrays.fill(mean, 1.0 / tasks);
      double radius = c * norm(jacobian.combine(mean));
      double[] beyond = new double[tasks];
      Arrays.setAll(beyond, t -> weights[t] - mean[t]);
      // d lies on the sphere around g_0
      assertThat(norm(jacobian.combine(beyond))).isCloseTo(radius, within(1e-9 * radius));
      double[] slopes = jacobian.times(direction);
      double least = Arrays.stream(slopes).min().orElseThrow();
      double tolerance = 1e-4 * jacobian.longest() * norm(direction);
      double whole = Arrays.stream(beyond).sum();
      for (int t = 0; t < tasks; t++) {
        assertThat(beyond[t]).isGreaterThanOrEqualTo(-1e-12);
        if (beyond[t] > 1e-3 * whole) {
          assertThat(slopes[t])
              .as("slope of a task in the mix")
              .isCloseTo(least, within(tolerance));
        }
      }
    }
  }

  @Test
  void noTaskIsServedWorseThanByTheMeanGradient() {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      double[] averse = jacobian.times(jacobian.combine(weights(0.5, jacobian)));
      double[] mean = jacobian.times(jacobian.combine(weights(0, jacobian)));
      assertThat(Arrays.stream(averse).min().orElseThrow())
          .isGreaterThanOrEqualTo(Arrays.stream(mean).min().orElseThrow() - 1e-6);
    }
  }

  @Test
  void withoutARadiusItIsTheMean() {
    assertThat(weights(0, RandomGradients.matrices().get(0))).containsExactly(0.5, 0.5);
  }

  @Test
  void theRadiusIsBelowTheMeansNorm() {
    assertThatThrownBy(() -> new CaGradConfig(1, TrainingConfig.standard()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("c: found 1.0, expected a number of at least 0 and below 1");
  }
}
