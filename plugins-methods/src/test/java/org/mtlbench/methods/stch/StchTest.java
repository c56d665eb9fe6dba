package org.mtlbench.methods.stch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenStep;

class StchTest {
  private static final double[] W = {0.3, 0.7};
  private static final double[] Z = {0.1, 0.2};
  private static final double MU = 0.25;

  private static double scalarisation(double... losses) {
    double sum = 0;
    for (int t = 0; t < losses.length; t++) {
      sum += Math.exp(W[t] * (losses[t] - Z[t]) / MU);
    }
    return MU * Math.log(sum);
  }

  private static StchConfig config(List<Double> preference, double smoothing) {
    return new StchConfig(preference, List.of(0.1, 0.2), smoothing, TrainingConfig.standard());
  }

  @Test
  void weightsAreDerivativeOfScalarisation() {
    try (NDManager manager = NDManager.newBaseManager()) {
      StchPlugin plugin = new StchPlugin();
      Weighting stch =
          (Weighting)
              plugin.create(config(List.of(0.3, 0.7), MU), new TinyProblem(manager, 1).context());
      double h = 1e-5;
      double[] slope = {
        (scalarisation(1 + h, 2) - scalarisation(1 - h, 2)) / (2 * h),
        (scalarisation(1, 2 + h) - scalarisation(1, 2 - h)) / (2 * h)
      };
      assertThat(stch.weights(GivenStep.first(1, 2))).containsExactly(slope, within(1e-8));
    }
  }

  @Test
  void rejectsListsOfWrongLength() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(
              new StchPlugin()
                  .check(
                      config(List.of(0.2, 0.3, 0.5), MU),
                      new TinyProblem(manager, 1).context().dataset()))
          .extracting(Problem::message)
          .containsExactly(
              "preference: found [0.2, 0.3, 0.5], expected 2 numbers, one per task, or none");
    }
  }
}
