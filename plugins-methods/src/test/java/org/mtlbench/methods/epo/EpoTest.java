package org.mtlbench.methods.epo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.convex.Vectors;
import org.mtlbench.testkit.given.Jacobian;

class EpoTest {
  private static final double TOLERANCE = 1e-4;
  private static final double[] EQUAL = {Math.sqrt(0.5), Math.sqrt(0.5)};

  private static double[][] gramian(double... two) {
    return new double[][] {{two[0], two[1]}, {two[1], two[2]}};
  }

  /** Shares 1/4 and 3/4: mu = (log(1/2) + 3 log(3/2)) / 4. */
  @Test
  void anchorMatchesHandComputedValues() {
    Balance balance = Balance.of(new double[] {1, 3}, new double[] {1, 1});
    assertThat(balance.nonUniformity()).isCloseTo(0.130812, within(1e-6));
    assertThat(balance.anchor()).containsExactly(new double[] {-0.823959, 0.274653}, within(1e-6));
    assertThat(balance.worst()).containsExactly(false, true);
  }

  @Test
  void anchorIsGradientOfNonUniformity() {
    double[] losses = {0.7, 2, 0.2};
    double[] preference = {0.5, 0.3, 0.8};
    double sum = dot(losses, preference);
    double[] anchor = Balance.of(losses, preference).anchor();
    for (int t = 0; t < losses.length; t++) {
      double[] above = losses.clone();
      double[] below = losses.clone();
      above[t] += 1e-6;
      below[t] -= 1e-6;
      double slope =
          (Balance.of(above, preference).nonUniformity()
                  - Balance.of(below, preference).nonUniformity())
              / 2e-6;
      assertThat(anchor[t] / sum).isCloseTo(slope, within(1e-8));
    }
  }

  @Test
  void nonUniformityDoesNotDependOnUnits() {
    double[] preference = {1, 2, 3};
    double mu = Balance.of(new double[] {1, 2, 5}, preference).nonUniformity();
    for (double unit : new double[] {1e-300, 1e-8, 1e8, 1e300}) {
      double[] losses = {unit, 2 * unit, 5 * unit};
      assertThat(Balance.of(losses, preference).nonUniformity()).isCloseTo(mu, within(1e-12));
    }
    assertThat(Balance.of(new double[3], preference).nonUniformity()).isZero();
    assertThat(Balance.of(new double[] {0, 0, 1}, preference).nonUniformity())
        .isCloseTo(Math.log(3), within(1e-12));
  }

  /**
   * With the anchor of shares 1/4 and 3/4 and r = (1, 1) / sqrt 2, G a = (-14.759884, 20.197536):
   * loss 1 may rise, but not faster than along -J'a, so 18 alpha_1 - 22 alpha_2 = -14.759884.
   */
  @Test
  void balanceMatchesHandComputedWeights() {
    double[] alpha = Epo.weights(gramian(18, -22, 38), new double[] {1, 3}, EQUAL, TOLERANCE);
    assertThat(alpha).containsExactly(new double[] {0.181003, 0.818997}, within(1e-6));
  }

  /** Loss 1 is the largest and must not rise: alpha_1 has the weight that reduces it fastest. */
  @Test
  void balanceReducesTheWorstLoss() {
    double[] alpha = Epo.weights(gramian(1, 0, 1), new double[] {3, 1}, EQUAL, TOLERANCE);
    assertThat(alpha).containsExactly(new double[] {1, 0}, within(1e-9));
  }

  /** Parallel gradients: mu falls only if both losses rise, which is not allowed. */
  @Test
  void noLossRisesIfNoTaskReducesNonUniformity() {
    double[] losses = {3, 1};
    double[][] gramian = gramian(1, 3, 9);
    double[] anchor = Balance.of(losses, EQUAL).anchor();
    assertThat(Arrays.stream(Vectors.times(gramian, anchor))).allMatch(slope -> slope < 0);
    double[] alpha = Epo.weights(gramian, losses, EQUAL, TOLERANCE);
    assertThat(alpha).containsExactly(new double[] {1, 0}, within(1e-9));
  }

  /** The bounds hold, and no other of many convex weights that meet them has a larger objective. */
  @Test
  void weightsSolveTheLinearProgram() {
    RandomGenerator random = new Randomness(11).stream("losses");
    for (Jacobian jacobian : RandomGradients.matrices()) {
      int tasks = jacobian.tasks();
      double[][] gramian =
          Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
      double[] losses = random.doubles(tasks, 0.1, 2).toArray();
      double[] preference = random.doubles(tasks, 0.1, 1).toArray();
      Balance balance = Balance.of(losses, preference);
      double[] slopes = Vectors.times(gramian, balance.anchor());
      double[] least = new double[tasks];
      boolean improves = Arrays.stream(slopes).anyMatch(slope -> slope > 0);
      for (int t = 0; t < tasks; t++) {
        boolean free = improves && !balance.worst()[t];
        least[t] = !free ? 0 : slopes[t] > 0 ? Double.NEGATIVE_INFINITY : slopes[t];
      }
      double[] alpha = Epo.weights(gramian, losses, preference, 0);
      assertThat(Arrays.stream(alpha).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(alpha)).allMatch(weight -> weight >= 0);
      assertThat(excess(gramian, alpha, least)).as(jacobian.name()).isLessThan(1e-6);
      double value = dot(slopes, alpha);
      double size = Arrays.stream(slopes).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < 2000; i++) {
        double[] other = random.doubles(tasks).map(x -> -Math.log(x)).toArray();
        double sum = Arrays.stream(other).sum();
        Arrays.setAll(other, t -> other[t] / sum);
        if (excess(gramian, other, least) <= 0) {
          assertThat(dot(slopes, other)).isLessThanOrEqualTo(value + 1e-6 * size);
        }
      }
    }
  }

  /** By how much bounds on gains are violated, relative to the gradients. */
  private static double excess(double[][] gramian, double[] alpha, double[] least) {
    double[] gains = Vectors.times(gramian, alpha);
    double terms = 0;
    for (int t = 0; t < gains.length; t++) {
      terms += alpha[t] * Math.sqrt(gramian[t][t]);
    }
    double excess = 0;
    for (int t = 0; t < gains.length; t++) {
      double length = Math.sqrt(gramian[t][t]) * terms;
      if (length > 0) {
        excess = Math.max(excess, (least[t] - gains[t]) / length);
      }
    }
    return excess;
  }

  /**
   * The authors' toy problem in 20 dimensions, l_i = 1 - exp(-||x -+ 1 / sqrt n||^2), whose Pareto
   * set is the segment between the two minima, with their preferences, starts and steps: 10 max(mu,
   * 0.1) times 0.1 times the direction.
   */
  @ParameterizedTest
  @CsvSource({"0.05", "0.1833", "0.3167", "0.45"})
  void reachesPreferenceRayOnToyProblem(double angle) {
    double[] r = {Math.cos(angle * Math.PI), Math.sin(angle * Math.PI)};
    RandomGenerator random = new Randomness(5).stream("start");
    double[] x = new double[20];
    Arrays.setAll(x, i -> (i % 2 == 0 ? 0.3 : -0.3) + 0.1 * random.nextGaussian());
    for (int step = 0; step < 300; step++) {
      Jacobian jacobian = new Jacobian("toy", new double[][] {gradient(x, 1), gradient(x, -1)});
      double[][] gramian =
          Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
      double[] losses = {loss(x, 1), loss(x, -1)};
      double[] direction = jacobian.combine(Epo.weights(gramian, losses, r, TOLERANCE));
      double length = Math.max(Balance.of(losses, r).nonUniformity(), 0.1);
      Arrays.setAll(x, i -> x[i] - length * direction[i]);
    }
    assertThat(r[0] * loss(x, 1)).isCloseTo(r[1] * loss(x, -1), within(5e-3));
    double mean = Arrays.stream(x).average().orElseThrow();
    assertThat(mean).isBetween(-1 / Math.sqrt(20), 1 / Math.sqrt(20));
    assertThat(Arrays.stream(x))
        .as("on the segment")
        .allMatch(coordinate -> Math.abs(coordinate - mean) < 5e-3);
  }

  private static double loss(double[] x, int sign) {
    return 1 - Math.exp(-squaredDistance(x, sign));
  }

  private static double squaredDistance(double[] x, int sign) {
    return Arrays.stream(x).map(c -> Math.pow(c - sign / Math.sqrt(x.length), 2)).sum();
  }

  private static double[] gradient(double[] x, int sign) {
    double factor = 2 * Math.exp(-squaredDistance(x, sign));
    return Arrays.stream(x).map(c -> factor * (c - sign / Math.sqrt(x.length))).toArray();
  }

  @Test
  void rejectsWrongNumberOfLosses() {
    assertThatThrownBy(() -> Epo.weights(gramian(1, 0, 1), new double[1], EQUAL, TOLERANCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found 1 losses and 2 preferences, expected 2 of each, one per task");
  }
}
