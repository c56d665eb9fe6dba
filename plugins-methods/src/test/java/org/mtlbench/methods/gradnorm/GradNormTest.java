package org.mtlbench.methods.gradnorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenStep;

class GradNormTest {
  private static GradNorm gradNorm(double alpha) {
    return new GradNorm(new GradNormConfig(alpha, 0.025, TrainingConfig.standard()), 2);
  }

  private static GivenStep step(double[] losses, double... norms) {
    return new GivenStep(1, 0, losses, losses, norms, 0);
  }

  private static double[] after(int steps, GradNorm gradNorm, GivenStep step) {
    for (int n = 0; n < steps; n++) {
      gradNorm.weights(step);
    }
    return gradNorm.weights(step);
  }

  @Test
  void firstStepMovesWeightsTowardsMeanNorm() {
    GivenStep step = step(new double[] {1, 1}, 3, 1);
    // norms 3 and 1 against their mean of 2: one weight falls by 0.025, the other rises
    assertThat(after(1, gradNorm(1.5), step))
        .containsExactly(new double[] {0.975, 1.025}, within(1e-7));
  }

  @Test
  void convergesToEqualWeightedNorms() {
    GivenStep step = step(new double[] {1, 1}, 3, 1);
    assertThat(after(2000, gradNorm(1.5), step))
        .containsExactly(new double[] {0.5, 1.5}, within(0.05));
  }

  @Test
  void increasesWeightOfSlowerTask() {
    GradNorm gradNorm = gradNorm(1.5);
    gradNorm.weights(step(new double[] {1, 1}, 1, 1));
    // r = (1.5, 0.5) over a mean of 1, so that the first norm is to be 1.84 of the mean
    double[] weights = after(2000, gradNorm, step(new double[] {0.9, 0.3}, 1, 1));
    assertThat(weights[0]).isGreaterThan(1.5);
    assertThat(weights[0] + weights[1]).isCloseTo(2, within(1e-9));
  }
}
