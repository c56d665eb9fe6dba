package org.mtlbench.methods.ours.chebyshev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentedLagrangianTest {
  private static NDManager manager;

  private static final double PAPERS_MU = 2.5e-8;
  private static final double[] K = {0.001, 0.2, 0.799};
  private static final double[] L = {100, 2, 1.5};
  private static final double T = 0.3;
  // eps sum_j L_j = 1e-4 * 103.5 = 0.01035; H_i = k_i (L_i + 0.01035) - 0.3
  private static final double[] H = {-0.19998965, 0.10207, 0.90676965};
  private static final double SUM_H = 0.80885;

  @BeforeAll
  static void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterAll
  static void close() {
    manager.close();
  }

  private static AugmentedLagrangian lagrangian(Constraint constraint, double mu) {
    return new AugmentedLagrangian(new WeightedChebyshev(K, new double[3]), constraint, mu, 2);
  }

  /** One evaluation, read from the device. */
  private record Value(
      double loss, double[] constraints, double[] objectiveWeights, double slopeOfT) {}

  private static Value evaluate(AugmentedLagrangian lagrangian, double[] objectives, double t) {
    ScalarAdam adam = new ScalarAdam();
    try (AugmentedLagrangian.Epoch epoch = lagrangian.begin(t, adam, manager)) {
      double[] row = epoch.step(manager.create(objectives), 0).all().toDoubleArray();
      epoch.end();
      int m = objectives.length;
      return new Value(
          AugmentedLagrangian.Values.loss(row),
          IntStream.range(0, m)
              .mapToDouble(i -> AugmentedLagrangian.Values.constraint(row, i))
              .toArray(),
          IntStream.range(0, m)
              .mapToDouble(i -> AugmentedLagrangian.Values.weight(row, i))
              .toArray(),
          // the first moment after the first step
          adam.values()[0] / (1 - 0.9));
    }
  }

  @Test
  void matchesHandWorkedConstraints() {
    assertThat(evaluate(lagrangian(Constraint.EQUALITY, PAPERS_MU), L, T).constraints())
        .containsExactly(H, within(1e-14));
  }

  @Test
  void matchesHandWorkedLossAndSlope() {
    Value value = evaluate(lagrangian(Constraint.EQUALITY, PAPERS_MU), L, T);
    double squares = H[0] * H[0] + H[1] * H[1] + H[2] * H[2];
    assertThat(value.loss()).isCloseTo(T + SUM_H / 3 + 1.25e-8 * squares, within(1e-15));
    // lambda sums to 1, so what is left is -mu sum H; float32 would give exactly 0
    assertThat(value.slopeOfT()).isCloseTo(-2.022125e-8, within(1e-15));
    assertThat(value.slopeOfT()).isNotZero();
  }

  @Test
  void matchesHandWorkedObjectiveWeights() {
    Value value = evaluate(lagrangian(Constraint.EQUALITY, PAPERS_MU), L, T);
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
    assertThat(evaluate(lagrangian, L, T).slopeOfT()).isCloseTo(3 * -2.022125e-8, within(1e-15));
  }

  @Test
  void inequalityIgnoresInactiveConstraints() {
    AugmentedLagrangian lagrangian = lagrangian(Constraint.INEQUALITY, 10);
    Value value = evaluate(lagrangian, L, T);
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
    Value value = evaluate(lagrangian, L, T);
    double h = 1e-6;
    for (int i = 0; i < L.length; i++) {
      double[] up = L.clone();
      double[] down = L.clone();
      up[i] += h;
      down[i] -= h;
      double slope =
          (evaluate(lagrangian, up, T).loss() - evaluate(lagrangian, down, T).loss()) / (2 * h);
      assertThat(value.objectiveWeights()[i]).isCloseTo(slope, within(1e-8));
    }
    double slope =
        (evaluate(lagrangian, L, T + h).loss() - evaluate(lagrangian, L, T - h).loss()) / (2 * h);
    assertThat(value.slopeOfT()).isCloseTo(slope, within(1e-8));
  }

  @Test
  void referencePointShiftsObjectives() {
    double[] shifted = {101, 4, 4.5};
    AugmentedLagrangian lagrangian =
        new AugmentedLagrangian(
            new WeightedChebyshev(K, new double[] {1, 2, 3}), Constraint.EQUALITY, PAPERS_MU, 2);
    assertThat(evaluate(lagrangian, shifted, T).constraints()).containsExactly(H, within(1e-14));
  }

  /** Two steps of t by the published formulas of Adam, at slopes -mu sum H of about 1e-8. */
  @Test
  void tFollowsAdamInFloat64() {
    AugmentedLagrangian lagrangian = lagrangian(Constraint.EQUALITY, PAPERS_MU);
    ScalarAdam adam = new ScalarAdam();
    double[] t = {T, 0, 0};
    double first = 0;
    double second = 0;
    try (AugmentedLagrangian.Epoch epoch = lagrangian.begin(T, adam, manager)) {
      for (int n = 1; n <= 2; n++) {
        double slope = -PAPERS_MU * (SUM_H - 3 * (t[n - 1] - T));
        first = 0.9 * first + 0.1 * slope;
        second = 0.999 * second + 0.001 * slope * slope;
        double root = Math.sqrt(second / (1 - Math.pow(0.999, n)));
        t[n] = t[n - 1] - 0.1 * first / (1 - Math.pow(0.9, n)) / (root + 1e-8);
        epoch.step(manager.create(L), 0.1);
      }
      assertThat(epoch.end()).isCloseTo(t[2], within(1e-9));
    }
    assertThat(t[2]).isGreaterThan(T + 0.1);
    assertThat(adam.values()[0]).isCloseTo(first, within(1e-15));
    assertThat(adam.values()[2]).isEqualTo(2);
  }

  @Test
  void epochResumesFromStateOfLastEpoch() {
    ScalarAdam whole = new ScalarAdam();
    ScalarAdam parts = new ScalarAdam();
    AugmentedLagrangian lagrangian = lagrangian(Constraint.EQUALITY, 0.1);
    double expected;
    try (AugmentedLagrangian.Epoch epoch = lagrangian.begin(T, whole, manager)) {
      epoch.step(manager.create(L), 0.1);
      epoch.step(manager.create(L), 0.1);
      expected = epoch.end();
    }
    double t = T;
    for (int i = 0; i < 2; i++) {
      try (AugmentedLagrangian.Epoch epoch = lagrangian.begin(t, parts, manager)) {
        epoch.step(manager.create(L), 0.1);
        t = epoch.end();
      }
    }
    assertThat(t).isEqualTo(expected);
    assertThat(parts.values()).isEqualTo(whole.values());
  }
}
