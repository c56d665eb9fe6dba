package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.method.StoppedException;

/** Data whose clusters are known, and the edges. */
class AffinityPropagationTest {
  private static final AffinityPropagation STANDARD = AffinityPropagation.STANDARD;

  private static float[][] negativeSquaredDistances(double[][] points) {
    int n = points.length;
    float[][] s = new float[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int c = 0; c < points[i].length; c++) {
          double difference = points[i][c] - points[k][c];
          s[i][k] -= (float) (difference * difference);
        }
      }
    }
    return s;
  }

  private static float[][] constant(int n, float value) {
    float[][] s = new float[n][n];
    Arrays.stream(s).forEach(row -> Arrays.fill(row, value));
    return s;
  }

  /** The example of scikit-learn's documentation: two triples, centres (1, 2) and (4, 2). */
  @Test
  void matchesScikitLearnExample() {
    double[][] points = {{1, 2}, {1, 4}, {1, 0}, {4, 2}, {4, 4}, {4, 0}};
    double medianOfAllSimilarities = -9;
    Clustering clustering =
        STANDARD.cluster(negativeSquaredDistances(points), medianOfAllSimilarities);
    assertThat(clustering.exemplarOf()).containsExactly(0, 0, 0, 3, 3, 3);
    assertThat(clustering.clusters()).isEqualTo(2);
    assertThat(clustering.converged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWellSeparatedClusters(long seed) {
    Random random = new Random(seed);
    int clusters = 5;
    int size = 24;
    int columns = 20;
    int rows = clusters * size;
    float[] values = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < columns; c++) {
        double centre = i % clusters == c % clusters ? 1 : 0;
        values[i * columns + c] = (float) (centre + 0.05 * random.nextGaussian());
      }
    }
    Clustering clustering = STANDARD.cluster(RowSimilarity.of(values, rows, columns), 0.3);
    assertThat(clustering.clusters()).isEqualTo(clusters);
    assertThat(clustering.converged()).isTrue();
    for (int i = 0; i < rows; i++) {
      assertThat(clustering.exemplarOf()[i] % clusters).isEqualTo(i % clusters);
    }
  }

  @Test
  void highPreferenceSeparatesAllRows() {
    float[][] s = RowSimilarity.of(TrainedRows.of(60, 10, 1), 60, 10);
    Clustering clustering = STANDARD.cluster(s, 1.5);
    assertThat(clustering.exemplarOf()).containsExactly(IntStream.range(0, 60).toArray());
  }

  @Test
  void equalRowsShareCluster() {
    float[] values = {1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1};
    Clustering clustering = STANDARD.cluster(RowSimilarity.of(values, 6, 2), 0.7);
    int[] exemplarOf = clustering.exemplarOf();
    assertThat(clustering.clusters()).isEqualTo(2);
    assertThat(new int[] {exemplarOf[1], exemplarOf[4]}).containsOnly(exemplarOf[0]);
    assertThat(new int[] {exemplarOf[3], exemplarOf[5]}).containsOnly(exemplarOf[2]);
    assertThat(clustering.converged()).isTrue();
  }

  /** Each pair is an exact tie: the preferences alone say which of its rows is the exemplar. */
  @ParameterizedTest
  @CsvSource({"1000, 50, 0.7, 1", "2880, 50, 0.7, 2", "2880, 32, 0.8, 3"})
  void convergesOnManyPairsOfMutuallyNearestRows(
      int rows, int columns, double preference, long seed) {
    float[][] s = RowSimilarity.of(PairedRows.of(rows, columns, seed), rows, columns);
    Clustering clustering = STANDARD.cluster(s, preference);
    assertThat(clustering.converged()).isTrue();
    assertThat(clustering.iterations()).isLessThanOrEqualTo(40);
  }

  /** As the benchmark's matrices; three of them have cycles that are not ties. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void convergesOnRowsOfMonitor(long seed) {
    float[][] s = RowSimilarity.of(TrainedRows.of(2_110, 50, seed), 2_110, 50);
    assertThat(STANDARD.cluster(s, 0.7).converged()).isTrue();
  }

  /** Differences of less than a few units in the last place would be lost in the messages. */
  @Test
  void perturbsPreferencesOfMutuallyNearestRows() {
    int rows = 2_000;
    float[][] s = RowSimilarity.of(PairedRows.of(rows, 50, 4), rows, 50);
    AffinityPropagation.Summary summary = AffinityPropagation.Summary.of(s);
    float[] preferences = summary.preferences(0.7);
    int[] nearest = summary.nearest();
    int pairs = 0;
    for (int k = 0; k < rows; k++) {
      if (nearest[nearest[k]] == k && k < nearest[k]) {
        assertThat(preferences[nearest[k]] - preferences[k])
            .isGreaterThanOrEqualTo(4 * Math.ulp(0.7f));
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(rows / 3);
  }

  @Test
  void stopsAfterStableIterations() {
    float[][] s = constant(4, 0);
    s[0][1] = s[1][0] = s[2][3] = s[3][2] = 0.1f;
    Clustering clustering = new AffinityPropagation(0.5, 200, 15).cluster(s, 5);
    assertThat(clustering.iterations()).as("stable from the first, and one more").isEqualTo(16);
    assertThat(new AffinityPropagation(0.5, 200, 40).cluster(s, 5).iterations()).isEqualTo(41);
  }

  @Test
  void usesLastExemplarsWithoutConvergence() {
    float[][] s = RowSimilarity.of(TrainedRows.of(100, 20, 4), 100, 20);
    Clustering clustering = new AffinityPropagation(0.5, 12, 15).cluster(s, 0.7);
    assertThat(clustering.converged()).isFalse();
    assertThat(clustering.iterations()).isEqualTo(12);
    assertThat(clustering.clusters()).isBetween(2, 99);
    assertThat(clustering.exemplarOf()).doesNotContain(Clustering.NONE);
  }

  @Test
  void hasNoClustersWithoutExemplars() {
    float[][] s = RowSimilarity.of(TrainedRows.of(30, 20, 4), 30, 20);
    Clustering clustering = new AffinityPropagation(0.5, 1, 15).cluster(s, -50);
    assertThat(clustering.exemplarOf()).containsOnly(Clustering.NONE);
    assertThat(clustering.clusters()).isZero();
    assertThat(clustering.converged()).isFalse();
  }

  @Test
  void handlesEqualSimilarities() {
    Clustering together = STANDARD.cluster(constant(5, 0.8f), 0.7);
    assertThat(together.exemplarOf()).containsOnly(0);
    assertThat(together.clusters()).isEqualTo(1);
    assertThat(together.iterations()).isZero();
    assertThat(together.converged()).isTrue();

    Clustering apart = STANDARD.cluster(constant(5, 0.5f), 0.5);
    assertThat(apart.exemplarOf()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void handlesOneRowOrNone() {
    assertThat(STANDARD.cluster(new float[1][1], 0.7).exemplarOf()).containsExactly(0);
    assertThat(STANDARD.cluster(new float[1][1], -7).clusters()).isEqualTo(1);
    assertThat(STANDARD.cluster(new float[0][0], 0.7).clusters()).isZero();
  }

  @Test
  void ignoresDiagonalAndDoesNotModifyMatrix() {
    float[][] s = RowSimilarity.of(TrainedRows.of(80, 20, 4), 80, 20);
    int[] expected = STANDARD.cluster(s, 0.7).exemplarOf();
    float[] diagonals = {Float.NaN, Float.POSITIVE_INFINITY, -1e30f};
    for (int i = 0; i < 80; i++) {
      s[i][i] = diagonals[i % 3];
    }
    float[][] copy = Arrays.stream(s).map(float[]::clone).toArray(float[][]::new);
    assertThat(STANDARD.cluster(s, 0.7).exemplarOf()).containsExactly(expected);
    assertThat(Arrays.deepEquals(s, copy)).isTrue();
  }

  @Test
  void rejectsBadInput() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.cluster(new float[][] {{1, 2}, {1}}, 0))
        .withMessage("row 1 has 1 similarities, but there are 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.cluster(new float[][] {{1, Float.NaN}, {1, 1}}, 0))
        .withMessage("the similarity of rows 0 and 1 is NaN, but must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.cluster(new float[2][2], Double.NaN))
        .withMessage("the preference is NaN, but must be a finite single-precision number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AffinityPropagation(0.4, 200, 15))
        .withMessage("the damping is 0.4, but must lie in [0.5, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AffinityPropagation(1, 200, 15))
        .withMessageStartingWith("the damping is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AffinityPropagation(0.5, 0, 15))
        .withMessage("the largest number of iterations is 0, but must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AffinityPropagation(0.5, 200, 0))
        .withMessage("the number of stable iterations is 0, but must be at least 1");
  }

  @Test
  void stopsBetweenIterationsOnRequest() {
    float[][] s = RowSimilarity.of(new float[] {1, 0, 0, 1, 1, 1, -1, 0}, 4, 2);
    int[] borders = {0};
    Runnable stopping =
        () -> {
          if (++borders[0] == 3) {
            throw new StoppedException();
          }
        };
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> STANDARD.cluster(s, 0.7, Optional.empty(), stopping));
    assertThat(borders[0]).isEqualTo(3);
  }
}
