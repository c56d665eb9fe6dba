package org.mtlbench.reports.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.plot.HeatMap;

class NeuronRowsTest {
  private static final double MISSING = Double.NaN;

  private static ModelLayer matrix(
      long outputs, long rows, List<Integer> zero, List<List<Integer>> clusters) {
    return new ModelLayer("layer", ModelLayer.Kind.MATRIX, List.of(outputs, rows), zero, clusters);
  }

  /** The rows (3, 4), (6, 8), (0, 0), (-3, -4) and (4, -3), which are columns of the matrix. */
  private static NeuronRows worked() {
    float[] tensor = {3, 6, 0, -3, 4, 4, 8, 0, -4, -3};
    return NeuronRows.of(matrix(2, 5, List.of(2), List.of()), tensor, 1);
  }

  private static SimilarityMap map(NeuronRows rows) {
    return SimilarityMap.of(rows, RowOrder.INDEX.of(rows));
  }

  @Test
  void similarityIsProductOverSquareOfLargerNorm() {
    NeuronRows rows = worked();

    assertThat(rows.similarity(0, 0)).isEqualTo(1, within(1e-6));
    assertThat(rows.similarity(0, 1)).isEqualTo(50.0 / 100, within(1e-6));
    assertThat(rows.similarity(1, 3)).isEqualTo(-50.0 / 100, within(1e-6));
    assertThat(rows.similarity(0, 3)).isEqualTo(-1, within(1e-6));
    assertThat(rows.similarity(0, 4)).isEqualTo(0, within(1e-6));
    assertThat(rows.isZero(2)).isTrue();
  }

  @Test
  void mapsRowsByIndexWithoutSimilarityOfZeroRows() {
    SimilarityMap map = map(worked());

    assertThat(map.image())
        .isEqualTo(
            HeatMap.of(
                5,
                new double[] {
                  1, 0.5, MISSING, -1, 0, 0.5, 1, MISSING, -0.5, 0, MISSING, MISSING, MISSING,
                  MISSING, MISSING, -1, -0.5, MISSING, 1, 0, 0, 0, MISSING, 0, 1
                }));
    assertThat(map.block()).isEqualTo(1);
    assertThat(map.mean()).isEqualTo((0.5 - 1 - 0.5) / 6, within(1e-6));
  }

  @Test
  void rowsOfKernelAreItsInputChannels() {
    ModelLayer kernel =
        new ModelLayer(
            "kernel", ModelLayer.Kind.KERNEL, List.of(2L, 3L, 1L, 2L), List.of(), List.of());
    // (out, in, kh, kw): the first two channels are equal for each output.
    float[] tensor = {1, 2, 1, 2, 2, -1, 3, 4, 3, 4, 4, -3};
    NeuronRows rows = NeuronRows.of(kernel, tensor, 1);

    assertThat(rows.columns()).isEqualTo(4);
    assertThat(rows.similarity(0, 1)).isEqualTo(1, within(1e-6));
    assertThat(rows.similarity(0, 2)).isEqualTo(0, within(1e-6));
  }

  @Test
  void averagesBlocksOfLargeLayersOverNonzeroRows() {
    int count = 2 * SimilarityMap.MAX_PIXELS;
    float[] tensor = new float[count];
    // Of the first block one row is zero, of the second both; the third has opposite rows.
    for (int row = 0; row < count; row++) {
      tensor[row] = row == 1 || row == 2 || row == 3 ? 0 : row == 5 ? -1 : 1;
    }
    double[] expected = new double[SimilarityMap.MAX_PIXELS * SimilarityMap.MAX_PIXELS];
    for (int i = 0; i < expected.length; i++) {
      int up = i / SimilarityMap.MAX_PIXELS;
      int across = i % SimilarityMap.MAX_PIXELS;
      expected[i] = up == 1 || across == 1 ? MISSING : up == 2 || across == 2 ? 0 : 1;
    }

    SimilarityMap map = map(NeuronRows.of(matrix(1, count, List.of(), List.of()), tensor, 1));

    assertThat(map.block()).isEqualTo(2);
    assertThat(map.image()).isEqualTo(HeatMap.of(SimilarityMap.MAX_PIXELS, expected));
  }

  @Test
  void comparesEveryNthRowOfVeryLargeLayers() {
    NeuronRows rows =
        NeuronRows.of(
            matrix(1, 5, List.of(), List.of(List.of(0, 4))), new float[] {2, 5, 4, 5, 2}, 2);

    assertThat(rows.count()).isEqualTo(3);
    assertThat(rows.similarity(0, 1)).isEqualTo(0.5, within(1e-6));
    assertThat(rows.cluster(2)).isEqualTo(rows.cluster(0)).isEqualTo(1);
  }

  @Test
  void hasNoMeanWithoutTwoNonzeroRows() {
    assertThat(
            map(NeuronRows.of(matrix(1, 2, List.of(0), List.of()), new float[] {0, 3}, 1)).mean())
        .isNaN();
  }

  @Test
  void sortsClustersFirstAndSimilarRowsTogetherWithoutZeroRows() {
    // Rows 1 and 5 are equal, 2 and 6 are almost equal, 3 and 7 as well; 0 and 4 are zero.
    float[] tensor = {0, 1, 1, -1, 0, 1, 1.01f, -1.01f, 0, 1, -1, -1, 0, 1, -1, -1.02f};
    NeuronRows rows = NeuronRows.of(matrix(2, 8, List.of(0, 4), List.of(List.of(1, 5))), tensor, 1);

    int[] order = RowOrder.CLUSTER.of(rows);

    assertThat(order).startsWith(1, 5).doesNotContain(0, 4).hasSize(6);
    assertThat(Math.abs(position(order, 2) - position(order, 6))).isEqualTo(1);
    assertThat(Math.abs(position(order, 3) - position(order, 7))).isEqualTo(1);
  }

  @Test
  void sortedMapOfZeroRowsOnlyHasNoMean() {
    NeuronRows rows = NeuronRows.of(matrix(1, 2, List.of(0, 1), List.of()), new float[2], 1);

    assertThat(SimilarityMap.of(rows, RowOrder.CLUSTER.of(rows)).mean()).isNaN();
  }

  private static int position(int[] order, int row) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == row) {
        return i;
      }
    }
    throw new AssertionError("row " + row + " is missing");
  }
}
