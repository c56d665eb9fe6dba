package org.mtlbench.methods.graddrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class GradDropTest {
  private static double[] direction(double[]... rows) {
    try (NDManager manager = NDManager.newBaseManager()) {
      GradDropPlugin plugin = new GradDropPlugin();
      Aggregation gradDrop =
          (Aggregation) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
      return GivenGradients.direction(gradDrop, new Jacobian("rows", rows));
    }
  }

  private static double[] constant(double value) {
    double[] row = new double[10_000];
    Arrays.fill(row, value);
    return row;
  }

  /** P = (1 + 2 / 10) / 2 for elements of -4 and 6. */
  @Test
  void keepsPositiveElementsWithProbabilityOfPurity() {
    double[] direction = direction(constant(-4), constant(6));
    assertThat(direction).containsOnly(-4, 6);
    double share = Arrays.stream(direction).filter(x -> x > 0).count() / 10_000.0;
    // three standard deviations
    assertThat(share).isCloseTo(0.6, within(0.015));
  }

  @Test
  void addsElementsOfEqualSign() {
    assertThat(direction(new double[] {1, -1, 0}, new double[] {2, -2, 0}, new double[] {0, 0, 0}))
        .containsExactly(new double[] {3, -3, 0}, within(0.0));
  }

  @Test
  void addsOnlyElementsOfTheChosenSign() {
    double[] direction = direction(constant(-4), constant(1), constant(2), constant(-3));
    assertThat(direction).containsOnly(-7, 3);
  }
}
