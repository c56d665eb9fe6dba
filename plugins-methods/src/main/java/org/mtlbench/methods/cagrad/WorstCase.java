package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.QuadraticProgram;
import org.mtlbench.methods.convex.Vectors;

/**
 * Minimises g_w . g_0 + r ||g_w|| on the simplex. Since ||g|| is the least of (||g||^2 / s + s) / 2
 * over s above 0, the minimum is that of a quadratic program at the s that equals the length of its
 * own solution; s^2 is found by regula falsi (the Illinois variant), between the solution's squared
 * length being above and below it. The squared length is piecewise linear in s^2 for two tasks, so
 * few programs are needed.
 */
final class WorstCase {
  private static final int PROGRAMS = 50;
  private static final double CLOSE = 1e-10;

  private WorstCase() {}

  /**
   * The weights w.
   *
   * @param gramian K x K, symmetric, positive semidefinite, 1 the largest entry
   * @param radius r = c ||g_0||, above 0
   * @return K numbers, at least 0, of sum 1
   */
  static double[] of(double[][] gramian, double radius) {
    if (gramian.length == 1) {
      return new double[] {1};
    }
    double low = 0;
    double high = 1;
    double[] w = at(low, gramian, radius);
    double aboveLow = Vectors.squaredLength(gramian, w) - low;
    double aboveHigh = Vectors.squaredLength(gramian, at(high, gramian, radius)) - high;
    if (aboveLow < CLOSE) {
      return w;
    }
    int side = 0;
    for (int program = 0; program < PROGRAMS; program++) {
      double square = low + (high - low) * aboveLow / (aboveLow - aboveHigh);
      w = at(square, gramian, radius);
      double above = Vectors.squaredLength(gramian, w) - square;
      if (Math.abs(above) < CLOSE || high - low < CLOSE) {
        break;
      }
      if (above > 0) {
        low = square;
        aboveLow = above;
        aboveHigh /= side > 0 ? 2 : 1;
        side = 1;
      } else {
        high = square;
        aboveHigh = above;
        aboveLow /= side < 0 ? 2 : 1;
        side = -1;
      }
    }
    return w;
  }

  /** The minimum of g_w . g_0 + r (||g_w||^2 / s + s) / 2, times s / r. */
  private static double[] at(double square, double[][] gramian, double radius) {
    double[] equal = new double[gramian.length];
    Arrays.fill(equal, 1.0 / equal.length);
    double factor = Math.sqrt(square) / radius;
    double[] slope = Arrays.stream(Vectors.times(gramian, equal)).map(x -> factor * x).toArray();
    return QuadraticProgram.onSimplex(gramian, slope);
  }
}
