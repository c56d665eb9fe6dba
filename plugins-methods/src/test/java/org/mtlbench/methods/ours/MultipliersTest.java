package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.Constraint;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.testkit.TinyProblem;

class MultipliersTest {
  /** Three epochs of ten batches; the second has the best score, its H counts. */
  @ParameterizedTest
  @CsvSource({"MEAN, 0.3, -0.2", "SUM, 3, -2"})
  void usesEpochOfBestScore(LambdaUpdate update, double first, double second) {
    try (NDManager manager = NDManager.newBaseManager()) {
      AugmentedLagrangian lagrangian =
          new AugmentedLagrangian(
              new WeightedChebyshev(new double[] {0.4, 0.6}, new double[2]),
              Constraint.EQUALITY,
              0.1,
              2);
      Multipliers multipliers =
          new Multipliers("m", lagrangian, update, 2, new TinyProblem(manager, 0).state());
      multipliers.offer(new double[] {7, 7}, 10, 0.5);
      multipliers.offer(new double[] {3, -2}, 10, 0.9);
      multipliers.offer(new double[] {8, 8}, 10, 0.9);
      multipliers.endIteration();
      assertThat(lagrangian.lambda())
          .containsExactly(new double[] {0.5 + 0.1 * first, 0.5 + 0.1 * second}, within(1e-12));
      // the next iteration's epochs are worse: the same H counts again, at the doubled mu
      multipliers.offer(new double[] {9, 9}, 10, 0.8);
      multipliers.endIteration();
      assertThat(lagrangian.lambda())
          .containsExactly(new double[] {0.5 + 0.3 * first, 0.5 + 0.3 * second}, within(1e-12));
    }
  }
}
