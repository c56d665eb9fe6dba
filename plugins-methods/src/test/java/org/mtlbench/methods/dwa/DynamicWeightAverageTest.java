package org.mtlbench.methods.dwa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenStep;

class DynamicWeightAverageTest {
  @Test
  void weightsFollowLossRatiosAfterTwoEpochs() {
    DynamicWeightAverage weighting =
        new DynamicWeightAverage(new DwaConfig(2, TrainingConfig.standard()), 2);
    GivenStep step = GivenStep.first(9, 9);
    assertThat(weighting.weights(step)).containsExactly(1, 1);
    weighting.epochEnd(new double[] {2, 1});
    assertThat(weighting.weights(step)).containsExactly(1, 1);
    weighting.epochEnd(new double[] {1, 1});
    // r = (0.5, 1): 2 / (1 + e^0.25) for the task that got better
    double better = 2 / (1 + Math.exp(0.25));
    assertThat(weighting.weights(step))
        .containsExactly(new double[] {better, 2 - better}, within(1e-12));
    weighting.epochEnd(new double[] {1, 0.5});
    assertThat(weighting.weights(step))
        .containsExactly(new double[] {2 - better, better}, within(1e-12));
  }
}
