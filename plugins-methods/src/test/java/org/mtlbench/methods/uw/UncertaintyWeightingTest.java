package org.mtlbench.methods.uw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenStep;

class UncertaintyWeightingTest {
  private final UncertaintyWeighting weighting =
      new UncertaintyWeighting(new UwConfig(-0.5, TrainingConfig.standard()), 2);

  @Test
  void firstStepMovesLogVariancesByLearningRate() {
    GivenStep step = GivenStep.first(1, 2);
    assertThat(weighting.weights(step))
        .containsExactly(new double[] {0.8243606, 0.8243606}, within(1e-7));
    weighting.afterStep(step);
    // both losses are above e^s, so that s rises to -0.49
    assertThat(weighting.weights(step))
        .containsExactly(new double[] {0.8161581, 0.8161581}, within(1e-7));
  }

  @Test
  void varianceConvergesToLoss() {
    GivenStep step = GivenStep.first(0.5, 4);
    for (int n = 0; n < 3000; n++) {
      weighting.afterStep(step);
    }
    assertThat(weighting.weights(step)).containsExactly(new double[] {1, 0.125}, within(1e-3));
  }
}
