package org.mtlbench.methods.gradvac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;
import static org.mtlbench.methods.RandomGradients.norm;
import static org.mtlbench.methods.RandomGradients.terms;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.pcgrad.PcGrad;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class GradVacTest {
  private static final double[][] GRAMIAN = {{18, -22}, {-22, 38}};

  private static RandomGenerator random() {
    return new Randomness(0).stream("step");
  }

  private static double[][] targets(int tasks, double target) {
    double[][] targets = new double[tasks][tasks];
    for (double[] row : targets) {
      Arrays.fill(row, target);
    }
    return targets;
  }

  /** Algorithm 1 of the paper, on the gradients themselves. */
  private static double[] surgery(Jacobian jacobian, double target) {
    RandomGenerator random = random();
    double[][] g = jacobian.rows();
    double[] sum = new double[jacobian.parameters()];
    for (int i = 0; i < g.length; i++) {
      double[] v = g[i].clone();
      for (int j : Permutation.of(g.length, random)) {
        double cosine = dot(v, g[j]) / norm(v) / norm(g[j]);
        if (j != i && cosine < target) {
          double share =
              norm(v)
                  * (target * Math.sqrt(1 - cosine * cosine)
                      - cosine * Math.sqrt(1 - target * target))
                  / (norm(g[j]) * Math.sqrt(1 - target * target));
          double[] other = g[j];
          Arrays.setAll(v, p -> v[p] + share * other[p]);
        }
      }
      Arrays.setAll(sum, p -> sum[p] + v[p]);
    }
    return sum;
  }

  @Test
  void matchesAlgorithmOnGradients() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      for (double target : new double[] {-0.3, 0, 0.4, 0.95}) {
        double[] weights =
            RandomGradients.weights(
                gramian -> GradVac.weights(gramian, targets(gramian.length, target), random()),
                jacobian);
        assertThat(jacobian.combine(weights))
            .as(jacobian.name() + ", target " + target)
            .containsExactly(surgery(jacobian, target), within(1e-7 * terms(jacobian, weights)));
      }
    }
  }

  @Test
  void matchesPublishedWeights() {
    assertThat(GradVac.weights(GRAMIAN, targets(2, 0), random()))
        .containsExactly(new double[] {2.2222, 1.5789}, within(6e-5));
  }

  @Test
  void equalsPcGradForTargetsOfZero() {
    for (Jacobian jacobian : RandomGradients.independent()) {
      double[] expected =
          RandomGradients.weights(gramian -> PcGrad.weights(gramian, random()), jacobian);
      double[] weights =
          RandomGradients.weights(
              gramian -> GradVac.weights(gramian, targets(gramian.length, 0), random()), jacobian);
      assertThat(jacobian.combine(weights))
          .as(jacobian.name())
          .containsExactly(jacobian.combine(expected), within(1e-7 * terms(jacobian, weights)));
    }
  }

  @Test
  void changesGradientsToTargetCosine() {
    double[] weights = GradVac.weights(GRAMIAN, targets(2, 0.5), random());
    double[] first = {1, weights[1] - 1};
    double alongSecond = first[0] * GRAMIAN[0][1] + first[1] * GRAMIAN[1][1];
    double squared = 18 * first[0] * first[0] - 44 * first[0] * first[1] + 38 * first[1] * first[1];
    assertThat(alongSecond / Math.sqrt(squared * 38)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void targetsAreMovingAveragesOfCosines() {
    try (NDManager manager = NDManager.newBaseManager()) {
      GradVacPlugin plugin = new GradVacPlugin();
      Aggregation gradVac =
          (Aggregation) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
      GivenGradients conflict = GivenGradients.of(Jacobian.REFERENCE, manager);
      GivenGradients friends =
          GivenGradients.of(new Jacobian("friends", new double[][] {{3, 4}, {1, 0}}), manager);
      gradVac.aggregate(friends);
      gradVac.aggregate(friends);
      // 0.3 after the first step, 0.45 after the second
      assertThat(((Update.Weights) gradVac.aggregate(conflict)).weights())
          .containsExactly(GradVac.weights(GRAMIAN, targets(2, 0.45), random()), within(1e-12));
    }
  }

  @Test
  void ignoresZeroGradients() {
    double[][] gramian = {{0, 0, 0}, {0, 18, -22}, {0, -22, 38}};
    assertThat(GradVac.weights(gramian, targets(3, 0.9), random())[0]).isEqualTo(1);
  }

  @Test
  void rejectsInvalidArguments() {
    assertThatThrownBy(() -> GradVac.weights(new double[][] {{-1}}, targets(1, 0), random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gramian[0][0]: found -1.0");
    assertThatThrownBy(() -> GradVac.weights(GRAMIAN, targets(3, 0), random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 2 x 2 numbers from -1 to 1");
    assertThatThrownBy(() -> GradVac.weights(GRAMIAN, targets(2, 1.5), random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("targets: found [[1.5, 1.5], [1.5, 1.5]]");
  }
}
