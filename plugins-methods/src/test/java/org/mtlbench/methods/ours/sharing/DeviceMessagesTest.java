package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.random.Randomness;

class DeviceMessagesTest {
  private static float[][] similarities(int rows, int columns, double spread, long seed) {
    RandomGenerator random = new Randomness(seed).stream("rows");
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double centre = Math.sin(1 + (row % 7) * 3.0 + column);
        values[row * columns + column] = (float) (centre + spread * random.nextGaussian());
      }
    }
    return RowSimilarity.of(values, rows, columns);
  }

  @Test
  void breaksTiesOfPairs() {
    float[][] similarities = RowSimilarity.of(PairedRows.of(1_000, 50, 1), 1_000, 50);
    Clustering loops = AffinityPropagation.STANDARD.cluster(similarities, 0.7);
    try (NDManager manager = NDManager.newBaseManager()) {
      Clustering tensors =
          AffinityPropagation.STANDARD.cluster(similarities, 0.7, Optional.of(manager), () -> {});
      assertThat(tensors.converged()).isTrue();
      assertThat(tensors.exemplarOf()).isEqualTo(loops.exemplarOf());
    }
  }

  @Test
  void breaksCycles() {
    float[][] similarities = RowSimilarity.of(TrainedRows.of(40, 20, 15), 40, 20);
    Clustering loops = AffinityPropagation.STANDARD.cluster(similarities, 0.7);
    try (NDManager manager = NDManager.newBaseManager()) {
      Clustering tensors =
          AffinityPropagation.STANDARD.cluster(similarities, 0.7, Optional.of(manager), () -> {});
      assertThat(tensors.converged()).isTrue();
      assertThat(tensors.iterations()).isGreaterThan(100).isEqualTo(loops.iterations());
      assertThat(tensors.exemplarOf()).isEqualTo(loops.exemplarOf());
      assertThat(manager.getManagedArrays()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 5, 0.05, 0.0", "150, 8, 0.4, 0.5", "200, 20, 1.0, 0.7", "90, 3, 0.3, -1.0"})
  void tensorsMatchLoops(int rows, int columns, double spread, double preference) {
    float[][] similarities = similarities(rows, columns, spread, rows);
    Clustering loops = AffinityPropagation.STANDARD.cluster(similarities, preference);
    try (NDManager manager = NDManager.newBaseManager()) {
      Clustering tensors =
          AffinityPropagation.STANDARD.cluster(
              similarities, preference, Optional.of(manager), () -> {});
      assertThat(tensors.exemplarOf()).isEqualTo(loops.exemplarOf());
      assertThat(tensors.iterations()).isEqualTo(loops.iterations());
      assertThat(tensors.converged()).isEqualTo(loops.converged());
      assertThat(tensors.clusters()).isBetween(2, rows - 1);
      assertThat(manager.getManagedArrays()).isEmpty();
    }
  }
}
