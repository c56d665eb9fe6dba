package org.mtlbench.methods.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.given.Jacobian;

class MinNormPointTest {
  private static double[][] gramian(double[][] rows) {
    double[][] g = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        for (int p = 0; p < rows[i].length; p++) {
          g[i][j] += rows[i][p] * rows[j][p];
        }
      }
    }
    return g;
  }

  private static double value(double[][] g, double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += a[i] * g[i][j] * a[j];
      }
    }
    return sum;
  }

  @Test
  void matchesPublishedValue() {
    double[] weights = MinNormPoint.of(gramian(new double[][] {{-4, 1, 1}, {6, 1, 1}}));
    assertThat(weights).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  @Test
  void selectsShorterGradientAtCorner() {
    assertThat(MinNormPoint.of(gramian(new double[][] {{1, 0}, {3, 1}}))).containsExactly(1, 0);
    assertThat(MinNormPoint.of(gramian(new double[][] {{3, 1}, {1, 0}}))).containsExactly(0, 1);
  }

  @Test
  void weightsEqualForZeroOrEqualGradients() {
    assertThat(MinNormPoint.of(new double[3][3])).containsOnly(1.0 / 3);
    assertThat(MinNormPoint.of(gramian(new double[][] {{2, 1}, {2, 1}}))).containsOnly(0.5);
    assertThat(MinNormPoint.of(gramian(new double[][] {{2, 1}}))).containsExactly(1);
  }

  @Test
  void generalCaseMatchesClosedFormForPairs() {
    RandomGenerator random = new Randomness(2).stream("pairs");
    for (int trial = 0; trial < 1000; trial++) {
      double[][] rows = new double[2][4];
      for (double[] row : rows) {
        double norm = Math.pow(10, 12 * random.nextDouble() - 6);
        Arrays.setAll(row, p -> norm * random.nextGaussian());
      }
      double[][] g = gramian(rows);
      assertThat(MinNormPoint.ofMany(Cosines.of(g)))
          .containsExactly(MinNormPoint.of(g), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1, 1e8})
  void matchesClosedFormForPairWithDistantThirdVector(double scale) {
    RandomGenerator random = new Randomness(3).stream("pairs");
    for (int trial = 0; trial < 200; trial++) {
      double[][] rows = new double[3][5];
      for (int i = 0; i < 2; i++) {
        for (int p = 0; p < 4; p++) {
          rows[i][p] = scale * random.nextGaussian();
        }
      }
      // far away in a direction of its own: it can only lengthen the sum
      for (int p = 0; p < 4; p++) {
        rows[2][p] = 10 * (rows[0][p] + rows[1][p]);
      }
      rows[2][4] = 100 * scale;
      double[] pair = MinNormPoint.of(gramian(new double[][] {rows[0], rows[1]}));
      double[][] g = gramian(rows);
      double[] three = MinNormPoint.of(g);
      double best = value(g, new double[] {pair[0], pair[1], 0});
      assertThat(value(g, three)).isLessThanOrEqualTo(best * (1 + 1e-12) + 1e-15 * g[0][0]);
      assertThat(Arrays.stream(three).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(three).boxed()).allMatch(w -> w >= 0);
    }
  }

  /**
   * g_i . p of at least p . p for every vector of the hull certifies p; what is missing, over the
   * length of g_i and the lengths that add up to p, is the gap.
   */
  private static double gap(double[][] g, double[] weights) {
    double terms = 0;
    for (int i = 0; i < weights.length; i++) {
      terms += weights[i] * Math.sqrt(g[i][i]);
    }
    if (terms == 0) {
      return 0;
    }
    double[] slopes = Vectors.times(g, weights);
    double gap = 0;
    for (int i = 0; i < weights.length; i++) {
      double missing = Vectors.dot(weights, slopes) - slopes[i];
      gap = g[i][i] == 0 ? gap : Math.max(gap, missing / Math.sqrt(g[i][i]) / terms);
    }
    return gap;
  }

  @Test
  void optimalityGapIsRoundingForManyTasks() {
    RandomGenerator random = new Randomness(4).stream("many");
    for (int trial = 0; trial < 300; trial++) {
      double[][] rows = new double[3 + trial % 10][20];
      for (double[] row : rows) {
        double norm = Math.pow(10, 8 * random.nextDouble() - 4);
        Arrays.setAll(row, p -> norm * (random.nextGaussian() + 0.3));
      }
      double[][] g = gramian(rows);
      assertThat(gap(g, MinNormPoint.of(g))).isLessThan(1e-14);
    }
  }

  @Test
  void optimalityGapIsRoundingForDifficultJacobians() {
    for (Jacobian jacobian : Jacobian.family()) {
      double[][] g = gramian(jacobian.rows());
      assertThat(gap(g, MinNormPoint.of(g))).as(jacobian.name()).isLessThan(1e-14);
    }
  }

  /** Between such gradients steps of Frank and Wolfe zigzag: 250 end 0.01 or more away. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5})
  void nearDuplicatesDoNotStopShort(double distance) {
    RandomGenerator random = new Randomness(5).stream("near duplicates");
    for (int trial = 0; trial < 300; trial++) {
      double[][] rows = new double[3][8];
      for (double[] row : rows) {
        Arrays.setAll(row, p -> random.nextGaussian());
      }
      for (int p = 0; p < 8; p++) {
        rows[1][p] = rows[0][p] + distance * rows[1][p];
        rows[2][p] = trial % 2 == 0 ? rows[2][p] : 0.5 * rows[2][p] - rows[0][p];
      }
      double[][] g = gramian(rows);
      double[] weights = MinNormPoint.of(g);
      assertThat(gap(g, weights)).isLessThan(1e-14);
    }
  }
}
