package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.MinNormPoint;
import org.mtlbench.methods.convex.QuadraticProgram;
import org.mtlbench.methods.convex.Vectors;

/**
 * Maximises the minimum gain, min g_i . (g_0 + e) over the tasks, subject to ||e|| at most r: the
 * dual of CAGrad's minimum of g_w . g_0 + r ||g_w|| on the simplex.
 *
 * <p>The shortest e for which every gain is at least t is J'x, x at least 0, where x minimises x'G
 * x / 2 + x'(G 1/K - t). Its length grows with t, so the t for which it equals r is found by regula
 * falsi (the Illinois variant). For t above 0 the programs have a solution only if 0 lies outside
 * of the convex hull of the gradients; otherwise, if the step for t = 0 is shorter than r, that
 * step is the solution: among all directions with minimum gain 0, the one nearest to the mean
 * gradient. All programs are formulated with cosines, independently of the gradients' lengths.
 */
final class WorstCase {
  private static final int PROGRAMS = 200;
  private static final double CLOSE = 1e-13;

  /**
   * A point of the convex hull shorter than this, relative to the terms of its sum, counts as 0.
   */
  private static final double NO_LENGTH = 1e-6;

  private final double[][] gramian;
  private final double radius;
  private final Cosines cosines;

  /** g_i . g_0. */
  private final double[] gainsOfMean;

  private WorstCase(double[][] gramian, double radius) {
    this.gramian = gramian;
    this.radius = radius;
    cosines = Cosines.of(gramian);
    double[] equal = new double[gramian.length];
    Arrays.fill(equal, 1.0 / equal.length);
    gainsOfMean = Vectors.times(gramian, equal);
  }

  /**
   * The coefficients x of the gradients in the step e.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   * @param radius r = c ||g_0||, above 0
   * @return K numbers, at least 0
   */
  static double[] step(double[][] gramian, double radius) {
    return new WorstCase(gramian, radius).solve();
  }

  private double[] solve() {
    double[] unconflicting = stepFor(0);
    double atZero = excess(unconflicting);
    if (atZero >= 0) {
      return interpolate(Arrays.stream(gainsOfMean).min().orElseThrow(), -radius, 0, unconflicting);
    }
    if (hullContainsZero()) {
      return unconflicting;
    }
    double highest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < gainsOfMean.length; t++) {
      highest = Math.min(highest, gainsOfMean[t] + radius * Math.sqrt(gramian[t][t]));
    }
    return interpolate(0, atZero, highest, stepFor(highest));
  }

  /**
   * The step of length r, for a minimum gain between two values whose steps are shorter and longer
   * than r.
   */
  private double[] interpolate(double low, double excessAtLow, double high, double[] stepAtHigh) {
    double least = low;
    double most = high;
    double below = excessAtLow;
    double above = excess(stepAtHigh);
    double[] step = stepAtHigh;
    double excess = above;
    int side = 0;
    for (int program = 0; program < PROGRAMS; program++) {
      double gain = most - (most - least) * above / (above - below);
      if (Math.abs(excess) <= CLOSE * radius || gain <= least || gain >= most) {
        break;
      }
      step = stepFor(gain);
      excess = excess(step);
      if (excess < 0) {
        least = gain;
        below = excess;
        above /= side < 0 ? 2 : 1;
        side = -1;
      } else {
        most = gain;
        above = excess;
        below /= side > 0 ? 2 : 1;
        side = 1;
      }
    }
    double scale = radius / (radius + excess);
    return Arrays.stream(step).map(x -> x * scale).toArray();
  }

  private double[] stepFor(double leastGain) {
    int[] tasks = cosines.tasks();
    double[] norms = cosines.norms();
    double[] missing = new double[tasks.length];
    Arrays.setAll(missing, i -> (leastGain - gainsOfMean[tasks[i]]) / norms[i]);
    double[] scaled = QuadraticProgram.nonNegative(cosines.matrix(), missing);
    double[] step = new double[gramian.length];
    for (int i = 0; i < tasks.length; i++) {
      step[tasks[i]] = scaled[i] / norms[i];
    }
    return step;
  }

  /** The length of a step minus r. */
  private double excess(double[] step) {
    return Math.sqrt(Vectors.squaredLength(gramian, step)) - radius;
  }

  private boolean hullContainsZero() {
    double[] nearest = MinNormPoint.of(gramian);
    double terms = 0;
    for (int t = 0; t < nearest.length; t++) {
      terms += nearest[t] * Math.sqrt(gramian[t][t]);
    }
    return Math.sqrt(Vectors.squaredLength(gramian, nearest)) <= NO_LENGTH * terms;
  }
}
