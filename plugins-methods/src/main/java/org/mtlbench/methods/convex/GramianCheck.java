package org.mtlbench.methods.convex;

/** Rejects matrices that are not Gramians, with a clear message instead of NaN weights. */
public final class GramianCheck {
  /**
   * Tolerance relative to the product of two gradients' lengths, larger than rounding errors in
   * float32.
   */
  private static final double ROUNDING = 1e-5;

  private GramianCheck() {}

  /**
   * Checks a Gramian.
   *
   * @throws IllegalArgumentException if it is empty or not square, holds a number that is NaN,
   *     infinite or, on the diagonal, negative, is not symmetric, or has an inner product that is
   *     larger than the product of the two lengths
   */
  public static void check(double[][] gramian) {
    if (gramian.length == 0) {
      throw new IllegalArgumentException("gramian: found no row, expected T x T with T at least 1");
    }
    for (int i = 0; i < gramian.length; i++) {
      if (gramian[i].length != gramian.length) {
        throw rejected("[" + i + "]", gramian[i].length + " numbers", gramian.length + " numbers");
      }
      if (!(gramian[i][i] >= 0 && gramian[i][i] < Double.POSITIVE_INFINITY)) {
        throw rejected(at(i, i), gramian[i][i], "a finite number of at least 0");
      }
    }
    for (int i = 0; i < gramian.length; i++) {
      for (int j = 0; j < i; j++) {
        checkPair(gramian, i, j);
      }
    }
  }

  private static void checkPair(double[][] gramian, int i, int j) {
    double lengths = Math.sqrt(gramian[i][i]) * Math.sqrt(gramian[j][j]);
    if (!(Math.abs(gramian[i][j]) <= (1 + ROUNDING) * lengths)) {
      throw rejected(at(i, j), gramian[i][j], "a number from " + -lengths + " to " + lengths);
    }
    if (!(Math.abs(gramian[i][j] - gramian[j][i]) <= ROUNDING * lengths)) {
      throw rejected(at(j, i), gramian[j][i], gramian[i][j] + " as at " + at(i, j));
    }
  }

  private static String at(int i, int j) {
    return "[" + i + "][" + j + "]";
  }

  private static IllegalArgumentException rejected(String place, Object found, String expected) {
    return new IllegalArgumentException(
        "gramian" + place + ": found " + found + ", expected " + expected);
  }
}
