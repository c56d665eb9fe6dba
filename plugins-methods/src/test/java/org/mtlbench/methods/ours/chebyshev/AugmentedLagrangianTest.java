package org.mtlbench.methods.ours.chebyshev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentedLagrangianTest {
  private static final double PAPERS_MU = 2.5e-8;
  private static final double[] K = {0.001, 0.2, 0.799};
  private static final double[] L = {100, 2, 1.5};
  private static final double T = 0.3;
  // eps sum_j L_j = 1e-4 * 103.5 = 0.01035; H_i = k_i (L_i + 0.01035) - 0.3
  private static final double[] H = {-0.19998965, 0.10207, 0.90676965};
  private static final double SUM_H = 0.80885;

  private static AugmentedLagrangian lagrangian(Constraint constraint, double mu) {
    return new AugmentedLagrangian(new WeightedChebyshev(K, new double[3]), constraint, mu, 2);
  }

  @Test
  void matchesHandWorkedConstraints() {
    assertThat(lagrangian(Constraint.EQUALITY, PAPERS_MU).evaluate(L, T).constraints())
        .containsExactly(H, within(1e-14));
  }

  @Test
  void matchesHandWorkedLossAndSlope() {
    AugmentedLagrangian.Value value = lagrangian(Constraint.EQUALITY, PAPERS_MU).evaluate(L, T);
    double squares = H[0] * H[0] + H[1] * H[1] + H[2] * H[2];
    assertThat(value.loss()).isCloseTo(T + SUM_H / 3 + 1.25e-8 * squares, within(1e-15));
    // lambda sums to 1, so what is left is -mu sum H; float32 would give exactly 0
    assertThat(value.slopeOfT()).isCloseTo(-2.022125e-8, within(1e-15));
    assertThat(value.slopeOfT()).isNotZero();
  }

  @Test
  void matchesHandWorkedObjectiveWeights() {
    AugmentedLagrangian.Value value = lagrangian(Constraint.EQUALITY, PAPERS_MU).evaluate(L, T);
    double c0 = 1.0 / 3 + PAPERS_MU * H[0];
    double c1 = 1.0 / 3 + PAPERS_MU * H[1];
    double c2 = 1.0 / 3 + PAPERS_MU * H[2];
    double eps = 1e-4 * (c0 * 0.001 + c1 * 0.2 + c2 * 0.799);
    assertThat(value.objectiveWeights())
        .containsExactly(
            new double[] {c0 * 0.001 + eps, c1 * 0.2 + eps, c2 * 0.799 + eps}, within(1e-15));
  }

  @Test
  void endOfIterationUpdatesLambdaAndMu() {
    AugmentedLagrangian lagrangian = lagrangian(Constraint.EQUALITY, PAPERS_MU);
    lagrangian.endIteration(H);
    double third = 1.0 / 3;
    assertThat(lagrangian.lambda())
        .containsExactly(
            new double[] {third - 4.99974125e-9, third + 2.55175e-9, third + 2.266924125e-8},
            within(1e-16));
    assertThat(lagrangian.lambda()[2]).isNotEqualTo(third);
    assertThat(lagrangian.mu()).isEqualTo(5e-8);
    // dL/dt after the update: 1 - sum lambda - 2 mu sum H = -3 mu sum H at the old mu
    assertThat(lagrangian.evaluate(L, T).slopeOfT()).isCloseTo(3 * -2.022125e-8, within(1e-15));
  }

  @Test
  void inequalityIgnoresInactiveConstraints() {
    AugmentedLagrangian lagrangian = lagrangian(Constraint.INEQUALITY, 10);
    AugmentedLagrangian.Value value = lagrangian.evaluate(L, T);
    // lambda_0 + mu H_0 = 1/3 - 1.9998965 is cut at 0
    double c1 = 1.0 / 3 + 1.0207;
    double c2 = 1.0 / 3 + 9.0676965;
    assertThat(value.slopeOfT()).isCloseTo(1 - c1 - c2, within(1e-12));
    assertThat(value.loss())
        .isCloseTo(0.3 + (c1 * c1 + c2 * c2 - 3 * (1.0 / 9)) / 20, within(1e-12));
    lagrangian.endIteration(H);
    assertThat(lagrangian.lambda()).containsExactly(new double[] {0, c1, c2}, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Constraint.class)
  void derivativesMatchFiniteDifferences(Constraint constraint) {
    AugmentedLagrangian lagrangian = lagrangian(constraint, 0.7);
    lagrangian.endIteration(new double[] {0.1, -0.2, 0.05});
    AugmentedLagrangian.Value value = lagrangian.evaluate(L, T);
    double h = 1e-6;
    for (int i = 0; i < L.length; i++) {
      double[] up = L.clone();
      double[] down = L.clone();
      up[i] += h;
      down[i] -= h;
      double slope =
          (lagrangian.evaluate(up, T).loss() - lagrangian.evaluate(down, T).loss()) / (2 * h);
      assertThat(value.objectiveWeights()[i]).isCloseTo(slope, within(1e-8));
    }
    double slope =
        (lagrangian.evaluate(L, T + h).loss() - lagrangian.evaluate(L, T - h).loss()) / (2 * h);
    assertThat(value.slopeOfT()).isCloseTo(slope, within(1e-8));
  }

  @Test
  void referencePointShiftsObjectives() {
    double[] shifted = {101, 4, 4.5};
    double[] constraints = new WeightedChebyshev(K, new double[] {1, 2, 3}).values(shifted, T);
    assertThat(constraints).containsExactly(H, within(1e-14));
  }

  @Test
  void scalarAdamHandlesTinyGradients() {
    // first step: rate * g / (|g| + eps) with the published bias corrections
    assertThat(new ScalarAdam().step(1, -2e-8, 0.1))
        .isCloseTo(1 + 0.1 * 2e-8 / (2e-8 + 1e-8), within(1e-12));
    ScalarAdam adam = new ScalarAdam();
    double first = adam.step(0, 2, 0.1);
    assertThat(first).isCloseTo(-0.1, within(1e-9));
    // second step, g = -1: m = 0.9*0.2 - 0.1 = 0.08, v = 0.999*0.004 + 0.001 = 0.004996
    double mean = 0.08 / 0.19;
    double root = Math.sqrt(0.004996 / 0.001999);
    assertThat(adam.step(first, -1, 0.1)).isCloseTo(first - 0.1 * mean / root, within(1e-8));
  }
}
