package org.mtlbench.methods.convex;

import java.util.Arrays;

/** The Euclidean projection onto the probability simplex. */
public final class Simplex {
  private Simplex() {}

  /**
   * The point of the simplex nearest to a point: max(y_i - theta, 0) with theta such that the sum
   * is 1, found by sorting (Held, Wolfe and Crowder, Math. Programming 6, 1974). Computed relative
   * to the largest number, so it is accurate for numbers of any size.
   *
   * @param point n finite numbers, n at least 1
   * @return n numbers of at least 0 and of sum 1
   */
  public static double[] nearest(double[] point) {
    double largest = Arrays.stream(point).max().orElseThrow();
    double[] ascending = Arrays.stream(point).map(y -> y - largest).sorted().toArray();
    double sum = 0;
    double theta = 0;
    for (int chosen = 1; chosen <= ascending.length; chosen++) {
      double next = ascending[ascending.length - chosen];
      sum += next;
      double level = (sum - 1) / chosen;
      if (next <= level) {
        break;
      }
      theta = level;
    }
    double subtracted = theta;
    return Arrays.stream(point).map(y -> Math.max(0, y - largest - subtracted)).toArray();
  }
}
