package org.mtlbench.methods.gls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.dot;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenStep;

class GlsTest {
  private static double[] weights(double... losses) {
    try (NDManager manager = NDManager.newBaseManager()) {
      GlsPlugin plugin = new GlsPlugin();
      Weighting gls =
          (Weighting) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
      return gls.weights(GivenStep.first(losses));
    }
  }

  private static double mean(double... losses) {
    return Math.sqrt(losses[0] * losses[1]);
  }

  @Test
  void weightsAreDerivativeOfGeometricMean() {
    double h = 1e-6;
    double[] slope = {
      (mean(3 + h, 2) - mean(3 - h, 2)) / (2 * h), (mean(3, 2 + h) - mean(3, 2 - h)) / (2 * h)
    };
    assertThat(weights(3, 2)).containsExactly(slope, within(1e-8));
  }

  /** The mean is homogeneous, so it is the sum of its derivatives times the losses. */
  @Test
  void weightedLossesAddUpToPublishedMean() {
    assertThat(dot(weights(1, 2, 4), new double[] {1, 2, 4})).isCloseTo(2, within(1e-12));
  }

  @Test
  void boundsWeightOfSolvedTask() {
    assertThat(weights(1, 0)).containsExactly(new double[] {0.5e-4, 0.5e4}, within(1e-8));
  }
}
