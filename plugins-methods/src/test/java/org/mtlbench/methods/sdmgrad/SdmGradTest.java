package org.mtlbench.methods.sdmgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.OtherBatches;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class SdmGradTest {
  private static final double[][] UNEVEN = {{1, 0, 0}, {0, 0.25, 0}, {0, 0, 0}};

  private static DirectionOriented oriented(
      double lambda, int iterations, double weightLearningRate, int tasks) {
    return new DirectionOriented(
        new SdmGradConfig(lambda, iterations, weightLearningRate, TrainingConfig.standard()),
        tasks);
  }

  /** The values of TorchJD's test of two steps. */
  @Test
  void matchesPublishedWeights() {
    DirectionOriented oriented = oriented(0.3, 1, 10, 3);
    assertThat(oriented.weights(UNEVEN))
        .containsExactly(new double[] {1 / 13.0, 1 / 13.0, 11 / 13.0}, within(1e-12));
    assertThat(oriented.weights(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
        .containsExactly(new double[] {6 / 13.0, 6 / 13.0, 1 / 13.0}, within(1e-12));
  }

  /** With a small learning rate and no pull, w converges to the minimum-norm point. */
  @Test
  void convergesToMinimumNormPoint() {
    assertThat(oriented(0, 2000, 0.1, 2).weights(new double[][] {{18, -22}, {-22, 38}}))
        .containsExactly(new double[] {0.6, 0.4}, within(1e-6));
  }

  @Test
  void keepsWeightsIfDiagonalIsNotPositive() {
    assertThat(oriented(0.3, 20, 10, 2).weights(new double[][] {{-1, 3}, {0, -2}}))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }

  @Test
  void weighsGradientsOfStepByThoseOfFurtherBatches() {
    try (NDManager manager = NDManager.newBaseManager()) {
      GivenGradients own = GivenGradients.of(Jacobian.REFERENCE, manager);
      Jacobian first = new Jacobian("first", new double[][] {{1, 2}, {3, 0}});
      Jacobian second = new Jacobian("second", new double[][] {{0, 1}, {1, 1}});
      OtherBatches batches =
          new OtherBatches(
              own,
              Map.of(
                  FurtherBatch.TRAINING, GivenGradients.of(first, manager),
                  FurtherBatch.SECOND_TRAINING, GivenGradients.of(second, manager)));
      Update update = oriented(0.3, 3, 0.2, 2).aggregate(batches);
      assertThat(((Update.Weights) update).weights())
          .containsExactly(
              oriented(0.3, 3, 0.2, 2).weights(new double[][] {{2, 3}, {0, 3}}), within(1e-12));
    }
  }
}
