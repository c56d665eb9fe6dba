package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fused single-precision loops against a plain double-precision implementation. */
class AffinityPropagationReferenceTest {
  private static final AffinityPropagation STANDARD = AffinityPropagation.STANDARD;

  private static float[] equal(int n, double preference) {
    float[] preferences = new float[n];
    Arrays.fill(preferences, (float) preference);
    return preferences;
  }

  private static void assertSame(Clustering actual, Clustering expected) {
    assertThat(actual.exemplarOf()).containsExactly(expected.exemplarOf());
    assertThat(actual.clusters()).isEqualTo(expected.clusters());
    assertThat(actual.iterations()).isEqualTo(expected.iterations());
    assertThat(actual.converged()).isEqualTo(expected.converged());
  }

  private static float[][] randomSimilarities(int n, long seed) {
    Random random = new Random(seed);
    float[][] s = new float[n][n];
    for (float[] row : s) {
      for (int k = 0; k < n; k++) {
        row[k] = (float) random.nextGaussian();
      }
    }
    return s;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9})
  void messagesMatchInSinglePrecision(double damping) {
    int n = 50;
    float[][] s = randomSimilarities(n, 42);
    float[] preferences = equal(n, 0.4);
    assertSameEvidence(s, preferences, damping);
  }

  /** Most pairs share their messages with others; which ones depends on the preference. */
  @ParameterizedTest
  @CsvSource({"0.95, 0.5", "0.8, 0.9", "0.5, 0.5", "-0.5, 0.5"})
  void messagesMatchWithFewCandidates(double preference, double damping) {
    int n = 150;
    float[][] s = RowSimilarity.of(TrainedRows.of(n, 20, 3), n, 20);
    assertSameEvidence(s, AffinityPropagation.Summary.of(s).preferences(preference), damping);
  }

  /**
   * The last row is its own best choice. The rows nearest to it follow an exemplar that is a little
   * farther away: this one, for which it keeps no messages, is its second choice.
   */
  @Test
  void matchesReferenceIfSecondChoiceIsNotCandidate() {
    int followers = Messages.NEAREST;
    int exemplar = followers;
    int last = followers + 1;
    float[][] s = new float[followers + 2][followers + 2];
    for (float[] row : s) {
      Arrays.fill(row, -2);
    }
    for (int k = 0; k < followers; k++) {
      s[k][exemplar] = 1;
      s[last][k] = -0.6f;
    }
    s[last][exemplar] = -0.7f;
    assertSameEvidence(s, equal(s.length, -0.5), 0.5);
  }

  private static void assertSameEvidence(float[][] s, float[] preferences, double damping) {
    Messages messages = new Messages(s, preferences);
    var reference = new ReferenceAffinityPropagation(s, preferences, damping);
    for (int iteration = 1; iteration <= 25; iteration++) {
      messages.iterate((float) damping);
      reference.iterate();
      for (int k = 0; k < s.length; k++) {
        assertThat((double) messages.evidence(k))
            .as("row %d, iteration %d", k, iteration)
            .isCloseTo(reference.evidence(k), within(1e-4));
      }
    }
  }

  /**
   * Cycles that are there in double precision too. Clusters found by breaking them are worth no
   * less than those that happen to be elected in the last iteration.
   */
  @ParameterizedTest
  @CsvSource({"40, 20, 15", "80, 50, 18", "80, 50, 19", "120, 20, 15"})
  void breaksCyclesWithoutTies(int rows, int columns, long seed) {
    float[][] s = RowSimilarity.of(TrainedRows.of(rows, columns, seed), rows, columns);
    float[] preferences = AffinityPropagation.Summary.of(s).preferences(0.7);
    Clustering plain = ReferenceAffinityPropagation.cluster(s, preferences, STANDARD);
    assertThat(plain.converged()).isFalse();
    Clustering clustering = STANDARD.cluster(s, 0.7);
    assertThat(clustering.converged()).isTrue();
    assertThat(clustering.iterations()).isGreaterThan(STANDARD.maxIterations() / 2);
    assertThat(netSimilarity(s, clustering, 0.7))
        .isGreaterThanOrEqualTo(netSimilarity(s, plain, 0.7) - 1e-6);
  }

  /** Asymmetric similarities have no ties, so the reference needs no tie breaking. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesOnRandomSimilarities(long seed) {
    int n = 60;
    float[][] s = randomSimilarities(n, seed);
    AffinityPropagation propagation = new AffinityPropagation(0.9, 400, 15);
    Clustering expected = ReferenceAffinityPropagation.cluster(s, equal(n, 0.7), propagation);
    assertThat(expected.converged()).isTrue();
    assertSame(propagation.cluster(s, 0.7), expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 0.7", "2, 0.5, 0.8", "3, 0.5, 0.3", "4, 0.7, 0.7", "5, 0.9, 0.0"})
  void matchesOnRowsOfLayer(long seed, double damping, double preference) {
    int n = 80;
    float[][] s = RowSimilarity.of(TrainedRows.of(n, 50, seed), n, 50);
    AffinityPropagation propagation = new AffinityPropagation(damping, 200, 15);
    float[] preferences = AffinityPropagation.Summary.of(s).preferences(preference);
    Clustering expected = ReferenceAffinityPropagation.cluster(s, preferences, propagation);
    assertThat(expected.converged()).isTrue();
    assertSame(propagation.cluster(s, preference), expected);
  }

  /** 170 iterations: long enough for messages to fade below the smallest normal float. */
  @Test
  void matchesReferenceAfterManyIterations() {
    int n = 60;
    float[][] s = RowSimilarity.of(TrainedRows.of(n, 50, 9), n, 50);
    AffinityPropagation propagation = new AffinityPropagation(0.5, 170, 170);
    float[] preferences = AffinityPropagation.Summary.of(s).preferences(0.7);
    Clustering expected = ReferenceAffinityPropagation.cluster(s, preferences, propagation);
    assertSame(propagation.cluster(s, 0.7), expected);
    assertThat(expected.iterations()).isEqualTo(170);
  }

  /** Breaking ties by the preferences costs nothing in the sum that the clustering maximises. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tieBreakingDoesNotReduceNetSimilarity(long seed) {
    int n = 80;
    float[][] s = RowSimilarity.of(TrainedRows.of(n, 50, seed), n, 50);
    Clustering plain = ReferenceAffinityPropagation.cluster(s, equal(n, 0.7), STANDARD);
    assertThat(netSimilarity(s, STANDARD.cluster(s, 0.7), 0.7))
        .isGreaterThanOrEqualTo(netSimilarity(s, plain, 0.7));
  }

  private static double netSimilarity(float[][] s, Clustering clustering, double preference) {
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      int exemplar = clustering.exemplarOf()[i];
      sum += exemplar == i ? preference : s[i][exemplar];
    }
    return sum;
  }
}
