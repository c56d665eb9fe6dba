package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Update;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

/**
 * Contract test of an aggregation, a method that combines task gradients into an update direction.
 * Extend it, provide the plugin, its config keys, its scale and its direction for one small matrix,
 * and override the properties that do not hold for your method:
 *
 * <ul>
 *   <li>the direction for {@link Jacobian#REFERENCE} equals {@link #directionOfReference} to 4
 *       decimals;
 *   <li>a finite direction of P numbers, or one weight per task, and one finite head weight per
 *       task, for every matrix of {@link Jacobian#family}: including badly scaled, rank-deficient,
 *       zero and stationary ones, at scales from 1e-15 to 1e15, in the first step and later;
 *   <li>equal gradients give their sum or mean, see {@link #scale};
 *   <li>a single task gives {@link #directionOfOneTask}, by default its gradient;
 *   <li>the direction does not depend on the order of tasks, if {@link #isSymmetric};
 *   <li>every {@link Claim} in {@link Aggregation#claims} holds, in the first step and after
 *       others;
 *   <li>directions are multiplied with the gradients of all steps, if {@link
 *       #isHomogeneousOverSteps};
 *   <li>the same seed gives the same bits, and the gradients are not modified;
 *   <li>all properties of {@link MethodContract} hold.
 * </ul>
 *
 * <p>The contract cannot check that the direction is correct for all these matrices. Test that
 * yourself on {@link Jacobian#family}: compare with a reference in double precision, or check the
 * optimality conditions.
 *
 * @param <C> the config record
 */
public abstract class AggregationContract<C extends Record> extends MethodContract<C> {
  /** The direction for [[-4, 1, 1], [6, 1, 1]], computed by hand or taken from a publication. */
  protected abstract double[] directionOfReference();

  /** The scale of the direction for equal gradients. */
  protected abstract Scale scale();

  /** The direction for a single task. */
  protected double[] directionOfOneTask(double[] gradient) {
    return gradient.clone();
  }

  /**
   * Whether tasks are treated symmetrically; false if the direction depends on their order or on
   * random draws.
   */
  protected boolean isSymmetric() {
    return true;
  }

  /**
   * Whether all directions of a training are multiplied by s if the gradients of all its steps are;
   * by default if the aggregation claims to be homogeneous.
   */
  protected boolean isHomogeneousOverSteps() {
    return aggregation(2).claims().stream()
        .anyMatch(claim -> claim == Claim.HOMOGENEOUS || claim == Claim.LINEAR_UNDER_SCALING);
  }

  /**
   * Tolerance for rounding errors, relative to the summed lengths of the weighted gradients; 1e-4
   * by default.
   */
  protected double tolerance() {
    return 1e-4;
  }

  private Aggregation aggregation(int tasks) {
    return (Aggregation) create(tasks, 1);
  }

  private Outcome outcome(Jacobian jacobian) {
    return Outcome.of(aggregation(jacobian.tasks()), jacobian);
  }

  private double[] direction(Jacobian jacobian) {
    return outcome(jacobian).direction();
  }

  @Test
  void matchesReferenceDirection() {
    assertThat(direction(Jacobian.REFERENCE))
        .as("direction for [[-4, 1, 1], [6, 1, 1]]")
        .containsExactly(directionOfReference(), within(6e-5));
  }

  @Test
  void returnsFiniteUpdateOfRightShape() {
    for (Jacobian jacobian : Jacobian.family()) {
      Aggregation aggregation = aggregation(jacobian.tasks());
      try (NDManager manager = NDManager.newBaseManager()) {
        checkUpdate(aggregation, jacobian, "in the first step", manager);
        checkUpdate(aggregation, jacobian, "in the second step", manager);
        Jacobian.random(1, jacobian.tasks(), jacobian.parameters())
            .forEach(other -> checkUpdate(aggregation, other, "after " + jacobian, manager));
        checkUpdate(aggregation, jacobian, "in the fourth step", manager);
      }
    }
  }

  private static void checkUpdate(
      Aggregation aggregation, Jacobian jacobian, String when, NDManager manager) {
    Update update = aggregation.aggregate(GivenGradients.of(jacobian, manager));
    assertThat(Numbers.list(update.headWeights()))
        .as("head weights for %s %s", jacobian, when)
        .hasSize(jacobian.tasks())
        .allSatisfy(weight -> assertThat(weight).isFinite());
    update
        .taskWeights()
        .ifPresent(
            weights ->
                assertThat(weights)
                    .as("weights for %s %s", jacobian, when)
                    .hasSize(jacobian.tasks()));
    assertThat(Numbers.list(GivenGradients.direction(update, jacobian)))
        .as("direction for %s %s", jacobian, when)
        .hasSize(jacobian.parameters())
        .allSatisfy(number -> assertThat(number).isFinite());
  }

  @Test
  void scalesEqualGradientsAsDeclared() {
    double[] gradient = {0.5, -2, 1};
    Jacobian equal =
        new Jacobian("equal gradients", new double[][] {gradient, gradient, gradient, gradient});
    double[] direction = direction(equal);
    double factor =
        switch (scale()) {
          case SUM -> equal.tasks();
          case MEAN -> 1;
          case OWN -> direction[0] / gradient[0];
        };
    double[] expected = Arrays.stream(gradient).map(x -> factor * x).toArray();
    assertThat(direction)
        .as("direction of four gradients (0.5, -2, 1)")
        .containsExactly(expected, within(tolerance() * equal.longest() * Math.abs(factor)));
  }

  @Test
  void returnsDeclaredDirectionForSingleTask() {
    for (double scale : new double[] {1e-8, 1, 1e8}) {
      Jacobian one =
          new Jacobian("one task", new double[][] {{0.5, -2, 1}}).times(" times " + scale, scale);
      double[] expected = directionOfOneTask(one.rows()[0]);
      double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertThat(direction(one))
          .as("direction of the gradient " + Arrays.toString(one.rows()[0]))
          .containsExactly(expected, within(tolerance() * size));
    }
  }

  @Test
  void isInvariantToTaskOrder() {
    if (!isSymmetric()) {
      return;
    }
    for (Jacobian jacobian : Jacobian.shapes()) {
      int tasks = jacobian.tasks();
      int[] turned = new int[tasks];
      Arrays.setAll(turned, k -> (k + 1) % tasks);
      Outcome outcome = outcome(jacobian);
      assertThat(direction(jacobian.permuted(turned)))
          .as("direction for " + jacobian.permuted(turned))
          .containsExactly(outcome.direction(), within(tolerance() * outcome.terms()));
    }
  }

  @TestFactory
  Stream<DynamicTest> satisfiesItsClaims() {
    return Stream.of(0, 3)
        .map(steps -> new ClaimChecks(this::aggregation, tolerance(), steps))
        .flatMap(
            checks ->
                aggregation(2).claims().stream()
                    .sorted()
                    .map(
                        claim ->
                            DynamicTest.dynamicTest(
                                claim.displayName() + " after " + checks.stepsBefore() + " steps",
                                () -> checks.check(claim))));
  }

  @Test
  void directionsScaleWithGradientsOfAllSteps() {
    if (!isHomogeneousOverSteps()) {
      return;
    }
    for (double scale : ClaimChecks.exactScales()) {
      Aggregation aggregation = aggregation(3);
      Aggregation other = aggregation(3);
      try (NDManager manager = NDManager.newBaseManager()) {
        for (Jacobian jacobian : Jacobian.random(4, 3, 6)) {
          Outcome outcome = Outcome.of(aggregation, jacobian, manager);
          double[] expected = Arrays.stream(outcome.direction()).map(x -> scale * x).toArray();
          Jacobian scaled = jacobian.times(" times " + scale, scale);
          assertThat(Outcome.of(other, scaled, manager).direction())
              .as("direction for " + scaled)
              .containsExactly(expected, within(tolerance() * scale * outcome.terms()));
        }
      }
    }
  }

  @Test
  void isDeterministicAndKeepsGradients() {
    for (Jacobian jacobian : Jacobian.shapes()) {
      assertThat(direction(jacobian))
          .as("direction for " + jacobian)
          .isEqualTo(direction(jacobian));
      try (NDManager manager = NDManager.newBaseManager()) {
        GivenGradients gradients = GivenGradients.of(jacobian, manager);
        float[] before = gradients.rows().toFloatArray();
        aggregation(jacobian.tasks()).aggregate(gradients);
        assertThat(gradients.rows().toFloatArray()).as("rows afterwards").isEqualTo(before);
      }
    }
  }
}
