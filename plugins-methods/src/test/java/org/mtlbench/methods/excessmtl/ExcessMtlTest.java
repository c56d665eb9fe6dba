package org.mtlbench.methods.excessmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class ExcessMtlTest {
  private static final Jacobian FIRST_AHEAD =
      new Jacobian("first ahead", new double[][] {{2, 0}, {1, 0}});
  private static final Jacobian SECOND_AHEAD =
      new Jacobian("second ahead", new double[][] {{1, 0}, {2, 0}});

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static ExcessRisks risks(int warmUp, double step) {
    return new ExcessRisks(new ExcessMtlConfig(step, warmUp, TrainingConfig.standard()), 2);
  }

  private double[] weights(ExcessRisks risks, Jacobian jacobian) {
    return ((Update.Weights) risks.aggregate(GivenGradients.of(jacobian, manager))).weights();
  }

  /** The values of TorchJD's test of the average over two steps. */
  @Test
  void matchesPublishedWeightsAfterWarmUp() {
    ExcessRisks risks = risks(2, 1);
    assertThat(weights(risks, FIRST_AHEAD)).containsExactly(0.5, 0.5);
    assertThat(weights(risks, SECOND_AHEAD)).containsExactly(0.5, 0.5);
    double[] unit = {(2 + 1 / Math.sqrt(5)) / 2, (1 + 4 / Math.sqrt(5)) / 2};
    double first = Math.exp(4 / 3.0 / unit[0]);
    double second = Math.exp(1 / Math.sqrt(6) / unit[1]);
    assertThat(weights(risks, FIRST_AHEAD))
        .containsExactly(
            new double[] {first / (first + second), second / (first + second)}, within(1e-6));
  }

  @Test
  void accumulatesWeights() {
    ExcessRisks risks = risks(1, 0.5);
    weights(risks, FIRST_AHEAD);
    weights(risks, SECOND_AHEAD);
    double[] weights = weights(risks, SECOND_AHEAD);
    // excess over that of the first step: 1 / sqrt(5) / 2 and 4 / sqrt(5), then 1 / sqrt(6) / 2
    // and 4 / 3
    double ratio =
        Math.exp(0.5 * (0.5 / Math.sqrt(5) + 0.5 / Math.sqrt(6) - 4 / Math.sqrt(5) - 4 / 3.0));
    assertThat(weights[0] / weights[1]).isCloseTo(ratio, within(1e-6));
  }

  @Test
  void isIndependentOfUnitsOfGradients() {
    ExcessRisks plain = risks(1, 1);
    ExcessRisks other = risks(1, 1);
    double[] units = {1e-9, 1e9};
    weights(plain, FIRST_AHEAD);
    weights(other, FIRST_AHEAD.scaled(" in other units", units));
    assertThat(weights(other, SECOND_AHEAD.scaled(" in other units", units)))
        .containsExactly(weights(plain, SECOND_AHEAD), within(1e-6));
  }

  @Test
  void keepsWeightsOfTasksWithoutGradients() {
    ExcessRisks risks = risks(1, 1);
    Jacobian zero = new Jacobian("zero", new double[][] {{0, 0}, {0, 0}});
    weights(risks, zero);
    assertThat(weights(risks, FIRST_AHEAD)).containsExactly(0.5, 0.5);
  }
}
