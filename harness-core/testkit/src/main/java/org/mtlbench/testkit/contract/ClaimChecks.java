package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.testkit.given.Jacobian;

/**
 * Checks the claims of an aggregation.
 *
 * @param aggregations creates one for a number of tasks
 * @param tolerance tolerance for rounding, relative to {@link Outcome#terms}
 * @param stepsBefore steps on random gradients before each that is checked
 */
record ClaimChecks(IntFunction<Aggregation> aggregations, double tolerance, int stepsBefore) {
  private static final double[] FACTORS = {1, 0.25, 4, 0.5, 2};
  private static final double[] OTHER_FACTORS = {2, 8, 0.125, 1, 0.25};

  private Outcome outcome(Jacobian jacobian) {
    Aggregation aggregation = aggregations.apply(jacobian.tasks());
    try (NDManager manager = NDManager.newBaseManager()) {
      Jacobian.random(stepsBefore, jacobian.tasks(), jacobian.parameters())
          .forEach(before -> Outcome.of(aggregation, before, manager));
      return Outcome.of(aggregation, jacobian, manager);
    }
  }

  /** About 1e-15 and 1e15, but powers of two, so that scaling is exact in float32. */
  static double[] exactScales() {
    return new double[] {0x1p-50, 0x1p50};
  }

  /** Fails if a claim does not hold. */
  void check(Claim claim) {
    switch (claim) {
      case NON_CONFLICTING -> Jacobian.family().forEach(this::checkNonConflicting);
      case HOMOGENEOUS -> Jacobian.shapes().forEach(this::checkHomogeneous);
      case LINEAR_UNDER_SCALING -> Jacobian.shapes().forEach(this::checkLinearUnderScaling);
      case STRONGLY_STATIONARY ->
          Jacobian.weaklyStationary().forEach(this::checkStronglyStationary);
    }
  }

  private void checkNonConflicting(Jacobian jacobian) {
    Outcome outcome = outcome(jacobian);
    double[] gains = jacobian.times(outcome.direction());
    for (int task = 0; task < gains.length; task++) {
      assertThat(gains[task])
          .as("g" + (task + 1) + ".d for " + jacobian)
          .isGreaterThanOrEqualTo(
              -tolerance * Outcome.length(jacobian.rows()[task]) * outcome.terms());
    }
  }

  private void checkHomogeneous(Jacobian jacobian) {
    Outcome outcome = outcome(jacobian);
    for (double scale : exactScales()) {
      double[] expected = Arrays.stream(outcome.direction()).map(x -> scale * x).toArray();
      assertThat(outcome(jacobian.times(" times " + scale, scale)).direction())
          .as("direction for " + jacobian + " times " + scale)
          .containsExactly(expected, within(tolerance * scale * outcome.terms()));
    }
  }

  private void checkLinearUnderScaling(Jacobian jacobian) {
    double[] both = new double[FACTORS.length];
    Arrays.setAll(both, k -> FACTORS[k] + OTHER_FACTORS[k]);
    double[] first = outcome(jacobian.scaled(", scaled", FACTORS)).direction();
    double[] second = outcome(jacobian.scaled(", scaled", OTHER_FACTORS)).direction();
    Outcome sum = outcome(jacobian.scaled(", scaled", both));
    double[] expected = new double[first.length];
    Arrays.setAll(expected, p -> first[p] + second[p]);
    assertThat(sum.direction())
        .as("direction for " + jacobian + ", rows times a + b, against a and b in turn")
        .containsExactly(expected, within(tolerance * sum.terms()));
  }

  private void checkStronglyStationary(Jacobian jacobian) {
    Outcome outcome = outcome(jacobian);
    assertThat(Outcome.length(outcome.direction()))
        .as("length of the direction for " + jacobian + ", which is not strongly stationary")
        .isGreaterThan(1e-3 * outcome.terms());
  }
}
