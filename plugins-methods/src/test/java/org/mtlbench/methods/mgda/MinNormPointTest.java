package org.mtlbench.methods.mgda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.spi.random.Randomness;

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
  void publishedValueOfTwoConflictingTasks() {
    double[] weights = MinNormPoint.of(gramian(new double[][] {{-4, 1, 1}, {6, 1, 1}}));
    assertThat(weights).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  @Test
  void theSmallerGradientWhenTheHullsNearestPointIsACorner() {
    assertThat(MinNormPoint.of(gramian(new double[][] {{1, 0}, {3, 1}}))).containsExactly(1, 0);
    assertThat(MinNormPoint.of(gramian(new double[][] {{3, 1}, {1, 0}}))).containsExactly(0, 1);
  }

  @Test
  void equalWeightsWhenEveryGradientIsZeroOrTheyAreTheSame() {
    assertThat(MinNormPoint.of(new double[3][3])).containsOnly(1.0 / 3);
    assertThat(MinNormPoint.of(gramian(new double[][] {{2, 1}, {2, 1}}))).containsOnly(0.5);
    assertThat(MinNormPoint.of(gramian(new double[][] {{2, 1}}))).containsExactly(1);
  }

  @Test
  void frankWolfeFindsTheClosedFormOfRandomPairs() {
    RandomGenerator random = new Randomness(2).stream("pairs");
    for (int trial = 0; trial < 1000; trial++) {
      double[][] rows = new double[2][4];
      for (double[] row : rows) {
        double norm = Math.pow(10, 4 * random.nextDouble() - 2);
        Arrays.setAll(row, p -> norm * random.nextGaussian());
      }
      double[][] g = gramian(rows);
      double largest = Math.max(g[0][0], g[1][1]);
      assertThat(MinNormPoint.frankWolfe(g, largest))
          .containsExactly(MinNormPoint.of(g), within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1, 1e8})
  void frankWolfeFindsTheClosedFormOfAPairBesideADistantThirdVector(double scale) {
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
      assertThat(value(g, three)).isLessThanOrEqualTo(best * (1 + 1e-7) + 1e-9 * g[0][0]);
      assertThat(Arrays.stream(three).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(three).boxed()).allMatch(w -> w >= 0);
    }
  }

  @Test
  void frankWolfeMeetsTheOptimalityConditionForManyTasks() {
    RandomGenerator random = new Randomness(4).stream("many");
    for (int trial = 0; trial < 100; trial++) {
      int tasks = 3 + trial % 6;
      double[][] rows = new double[tasks][20];
      for (double[] row : rows) {
        Arrays.setAll(row, p -> random.nextGaussian() + 0.3);
      }
      double[][] g = gramian(rows);
      double[] a = MinNormPoint.of(g);
      double norm = value(g, a);
      for (int i = 0; i < tasks; i++) {
        double slope = 0;
        for (int j = 0; j < tasks; j++) {
          slope += g[i][j] * a[j];
        }
        // every vector of the hull lies beyond the hyperplane through its nearest point
        assertThat(slope).isGreaterThanOrEqualTo(norm - 1e-6 * g[i][i]);
      }
    }
  }
}
