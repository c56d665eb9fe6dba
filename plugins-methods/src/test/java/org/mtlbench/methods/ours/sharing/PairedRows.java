package org.mtlbench.methods.ours.sharing;

import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;

/** Rows in random order of which every two form a pair: each is the other's nearest. */
final class PairedRows {
  private static final double CORRELATION = 0.95;

  private PairedRows() {}

  /**
   * Pairs of normally distributed rows with a correlation of about 0.9 in each pair.
   *
   * @param rows even
   * @return rows * columns entries, row by row
   */
  static float[] of(int rows, int columns, long seed) {
    RandomGenerator random = new Randomness(seed).stream("pairs");
    int[] order = Permutation.of(rows, random);
    double own = Math.sqrt(1 - CORRELATION * CORRELATION);
    float[] values = new float[rows * columns];
    double[] common = new double[columns];
    for (int position = 0; position < rows; position++) {
      if (position % 2 == 0) {
        for (int c = 0; c < columns; c++) {
          common[c] = random.nextGaussian();
        }
      }
      for (int c = 0; c < columns; c++) {
        values[order[position] * columns + c] =
            (float) (CORRELATION * common[c] + own * random.nextGaussian());
      }
    }
    return values;
  }
}
