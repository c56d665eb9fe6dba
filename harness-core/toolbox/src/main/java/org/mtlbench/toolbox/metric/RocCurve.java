package org.mtlbench.toolbox.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Areas under ROC curves. */
final class RocCurve {
  private RocCurve() {}

  /**
   * The proportion of pairs of a positive and a negative example in which the positive one has the
   * higher score, ties counted half.
   *
   * @param labels 1 for positive, 0 for negative, below 0 for missing
   * @param column index of the first score in both arrays
   * @param stride distance between scores
   * @return empty without a positive or without a negative example; NaN if a score is NaN
   */
  static OptionalDouble area(float[] scores, float[] labels, int column, int stride) {
    long[] keys = new long[(scores.length - column + stride - 1) / stride];
    int present = 0;
    boolean nan = false;
    for (int i = column; i < scores.length; i += stride) {
      if (labels[i] >= 0) {
        keys[present++] = ordered(scores[i]) << 1 | (labels[i] > 0.5f ? 1 : 0);
        nan |= Float.isNaN(scores[i]);
      }
    }
    OptionalDouble area = area(Arrays.copyOf(keys, present));
    return nan && area.isPresent() ? OptionalDouble.of(Double.NaN) : area;
  }

  /** The area from keys that contain the rank of the score and, in the lowest bit, the label. */
  private static OptionalDouble area(long[] keys) {
    Arrays.sort(keys);
    double higher = 0;
    long positives = 0;
    long negatives = 0;
    for (int from = 0, to = 0; from < keys.length; from = to) {
      long tied = 0;
      while (to < keys.length && keys[to] >> 1 == keys[from] >> 1) {
        tied += keys[to++] & 1;
      }
      long tiedNegatives = to - from - tied;
      higher += tied * (negatives + tiedNegatives / 2.0);
      positives += tied;
      negatives += tiedNegatives;
    }
    return positives == 0 || negatives == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(higher / ((double) positives * negatives));
  }

  /** An integer with the same order as the floats. */
  private static long ordered(float value) {
    // Adding 0 turns -0 into 0.
    int bits = Float.floatToIntBits(value + 0f);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
