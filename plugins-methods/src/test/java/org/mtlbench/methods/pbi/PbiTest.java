package org.mtlbench.methods.pbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenStep;

class PbiTest {
  private static PbiConfig config(List<Double> preference, List<Double> ideal, double theta) {
    return new PbiConfig(preference, ideal, theta, TrainingConfig.standard());
  }

  private static double[] weights(PbiConfig config, double... losses) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return ((Weighting) new PbiPlugin().create(config, new TinyProblem(manager, 1).context()))
          .weights(GivenStep.first(losses));
    }
  }

  /** The objective is homogeneous in L - z, so it is the sum of its derivatives times L - z. */
  @Test
  void weightedLossesAddUpToPublishedValues() {
    double[] losses = {2, 0};
    assertThat(dot(weights(config(List.of(), List.of(), 1), losses), losses))
        .isCloseTo(2 * Math.sqrt(2), within(1e-12));
    assertThat(dot(weights(config(List.of(), List.of(), 0), losses), losses))
        .isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(weights(config(List.of(), List.of(1.0, 1.0), 1), 3, 1))
        .containsExactly(weights(config(List.of(), List.of(), 1), losses), within(1e-12));
  }

  private static double objective(double first, double second) {
    double[] u = {0.6, 0.8};
    double[] excess = {first - 0.1, second - 0.2};
    double along = dot(excess, u);
    double penalty = Math.hypot(excess[0] - along * u[0], excess[1] - along * u[1]);
    return along + 5 * penalty;
  }

  @Test
  void weightsAreDerivativeOfObjective() {
    double h = 1e-6;
    double[] slope = {
      (objective(1 + h, 2) - objective(1 - h, 2)) / (2 * h),
      (objective(1, 2 + h) - objective(1, 2 - h)) / (2 * h)
    };
    assertThat(slope[0]).isNegative();
    assertThat(weights(config(List.of(3.0, 4.0), List.of(0.1, 0.2), 5), 1, 2))
        .containsExactly(slope, within(1e-8));
  }

  @Test
  void hasNoPenaltyOnTheDirection() {
    assertThat(weights(config(List.of(0.3, 0.4), List.of(), 5), 0.03, 0.04))
        .containsExactly(new double[] {0.6, 0.8}, within(1e-12));
  }

  @Test
  void rejectsListsOfWrongLength() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(
              new PbiPlugin()
                  .check(
                      config(List.of(1.0, 2.0, 3.0), List.of(0.5), 1),
                      new TinyProblem(manager, 1).context().dataset()))
          .extracting(Problem::message)
          .containsExactly(
              "preference: found [1.0, 2.0, 3.0], expected 2 numbers, one per task, or none",
              "ideal: found [0.5], expected 2 numbers, one per task, or none");
    }
  }
}
