package org.mtlbench.methods.conflictfree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mtlbench.methods.RandomGradients.norm;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

class MomentumConFigTest {
  /**
   * Adam's first moment of the returned directions, corrected for its start at 0, is ConFIG of the
   * corrected moving averages, as in algorithm 1 of the paper.
   */
  @Test
  void firstMomentOfAdamIsConFigOfAverages() {
    RandomGenerator random = new Randomness(3).stream("gradients");
    try (NDManager manager = NDManager.newBaseManager()) {
      MomentumConFigPlugin plugin = new MomentumConFigPlugin();
      Aggregation momentum =
          (Aggregation) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
      double[][] averages = new double[2][5];
      double[] first = new double[5];
      for (int step = 1; step <= 12; step++) {
        double[][] rows = new double[2][5];
        for (double[] row : rows) {
          Arrays.setAll(row, p -> random.nextGaussian() + 0.2);
        }
        Jacobian jacobian = new Jacobian("step " + step, rows);
        double correction = 1 - Math.pow(0.9, step);
        double[][] corrected = new double[2][5];
        for (int t = 0; t < 2; t++) {
          double[] average = averages[t];
          double[] row = jacobian.rows()[t];
          Arrays.setAll(average, p -> 0.9 * average[p] + 0.1 * row[p]);
          Arrays.setAll(corrected[t], p -> average[p] / correction);
        }
        double[] direction =
            GivenGradients.direction(
                momentum.aggregate(GivenGradients.of(jacobian, manager)), jacobian);
        Arrays.setAll(first, p -> 0.9 * first[p] + 0.1 * direction[p]);
        Jacobian means = new Jacobian("averages in step " + step, corrected);
        double[] expected = means.combine(RandomGradients.weights(ConFig::weights, means));
        assertThat(Arrays.stream(first).map(x -> x / correction).toArray())
            .as("step " + step)
            .containsExactly(expected, within(1e-5 * (1 + norm(expected))));
      }
    }
  }
}
