package org.mtlbench.methods.modo;

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

class ModoTest {
  private static DoubleSampling sampling(double gamma, double rho, int tasks) {
    return new DoubleSampling(new ModoConfig(gamma, rho, TrainingConfig.standard()), tasks);
  }

  @Test
  void movesWeightsAgainstProducts() {
    // w - 0.1 (A w + 0.05 w) = (0.895, 0.97, 0.995) / 3, and all of it is inside of the simplex
    double shift = (1 - 2.86 / 3) / 3;
    assertThat(sampling(0.1, 0.05, 3).weights(new double[][] {{1, 0, 0}, {0, 0.25, 0}, {0, 0, 0}}))
        .containsExactly(
            new double[] {0.895 / 3 + shift, 0.97 / 3 + shift, 0.995 / 3 + shift}, within(1e-12));
  }

  @Test
  void keepsWeightsFromStepToStep() {
    DoubleSampling sampling = sampling(0.1, 0, 2);
    sampling.weights(new double[][] {{1, 0}, {0, 0}});
    // 0.525 - 0.1 x 0.475 against 0.525 - 0.1 x 0.525
    assertThat(sampling.weights(new double[][] {{0, 0}, {0, 1}}))
        .containsExactly(new double[] {0.50125, 0.49875}, within(1e-12));
  }

  @Test
  void convergesToMinimumNormPoint() {
    DoubleSampling sampling = sampling(0.01, 0, 2);
    double[] weights = {};
    for (int step = 0; step < 2000; step++) {
      weights = sampling.weights(new double[][] {{18, -22}, {-22, 38}});
    }
    assertThat(weights).containsExactly(new double[] {0.6, 0.4}, within(1e-9));
  }

  @Test
  void weighsGradientsOfStepByThoseOfFurtherBatches() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Jacobian first = new Jacobian("first", new double[][] {{1, 2}, {3, 0}});
      Jacobian second = new Jacobian("second", new double[][] {{0, 1}, {1, 1}});
      OtherBatches batches =
          new OtherBatches(
              GivenGradients.of(Jacobian.REFERENCE, manager),
              Map.of(
                  FurtherBatch.TRAINING, GivenGradients.of(first, manager),
                  FurtherBatch.SECOND_TRAINING, GivenGradients.of(second, manager)));
      Update update = sampling(0.1, 0, 2).aggregate(batches);
      // A = [[2, 3], [0, 3]], A w = (2.5, 1.5)
      assertThat(((Update.Weights) update).weights())
          .containsExactly(new double[] {0.45, 0.55}, within(1e-12));
    }
  }
}
