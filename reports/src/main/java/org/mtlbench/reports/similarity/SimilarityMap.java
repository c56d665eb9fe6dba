package org.mtlbench.reports.similarity;

import java.util.stream.IntStream;
import org.mtlbench.reports.plot.HeatMap;

/**
 * The pairwise similarities of the neuron rows of a layer as an image.
 *
 * @param image the similarities; grey for zero rows, which have none
 * @param block a pixel is the mean of block x block pairs of neuron rows, zero rows left out
 * @param mean mean similarity of two different rows other than 0; NaN if there are fewer than two
 */
record SimilarityMap(HeatMap image, int block, double mean) {
  /** The largest width of an image. */
  static final int MAX_PIXELS = 170;

  /**
   * Computes all similarities.
   *
   * @param order the rows from the top left corner
   */
  static SimilarityMap of(NeuronRows rows, int[] order) {
    int block = (order.length + MAX_PIXELS - 1) / MAX_PIXELS;
    int size = (order.length + block - 1) / block;
    double[] sums = new double[size * size];
    int[] pairs = new int[size * size];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            up -> {
              for (int across = 0; across <= up; across++) {
                add(rows, order, block, new int[] {up, across}, up * size + across, sums, pairs);
              }
            });
    double[] values = new double[size * size];
    for (int up = 0; up < size; up++) {
      for (int across = 0; across < size; across++) {
        int from = Math.max(up, across) * size + Math.min(up, across);
        values[up * size + across] = sums[from] / pairs[from];
      }
    }
    return new SimilarityMap(HeatMap.of(size, values), block, mean(rows, size, sums));
  }

  /** Adds the similarities of the pairs of a pixel. */
  private static void add(
      NeuronRows rows, int[] order, int block, int[] pixel, int index, double[] sums, int[] pairs) {
    int lastUp = Math.min(order.length, (pixel[0] + 1) * block);
    int lastAcross = Math.min(order.length, (pixel[1] + 1) * block);
    for (int up = pixel[0] * block; up < lastUp; up++) {
      for (int across = pixel[1] * block; across < lastAcross; across++) {
        if (!rows.isZero(order[up]) && !rows.isZero(order[across])) {
          sums[index] += rows.similarity(order[up], order[across]);
          pairs[index]++;
        }
      }
    }
  }

  /** The mean without the pairs of a row with itself, whose similarity is 1. */
  private static double mean(NeuronRows rows, int size, double[] sums) {
    double sum = 0;
    for (int up = 0; up < size; up++) {
      for (int across = 0; across <= up; across++) {
        sum += (up == across ? 1 : 2) * sums[up * size + across];
      }
    }
    long nonzero = rows.nonzero().length;
    return nonzero < 2 ? Double.NaN : (sum - nonzero) / (nonzero * (nonzero - 1));
  }
}
