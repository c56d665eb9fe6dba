package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/**
 * CAGrad as a function: w = 1/T + x, where {@link WorstCase} computes the step x from the mean
 * gradient.
 */
public final class CaGrad {
  /**
   * Relative to the mean length of the gradients; a shorter mean gradient is a rounding error of
   * the Gramian.
   */
  private static final double NO_LENGTH = 1e-7;

  private CaGrad() {}

  /**
   * The weights of the direction that has the largest minimum inner product with a task gradient,
   * within distance c ||g_0|| of the mean gradient g_0 (Liu et al. 2021, algorithm 1). For the
   * contract of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param c at least 0 and below 1; the authors use 0.5, and 0 gives the mean gradient
   * @return T weights of at least 1/T
   * @throws IllegalArgumentException if the matrix is not a Gramian, or c is out of range
   */
  public static double[] weights(double[][] gramian, double c) {
    GramianCheck.check(gramian);
    if (!(c >= 0 && c < 1)) {
      throw new IllegalArgumentException(
          "c: found " + c + ", expected a number of at least 0 and below 1");
    }
    int tasks = gramian.length;
    double[] weights = new double[tasks];
    Arrays.fill(weights, 1.0 / tasks);
    double length = 0;
    for (int t = 0; t < tasks; t++) {
      length += Math.sqrt(gramian[t][t]) / tasks;
    }
    double mean = Math.sqrt(Vectors.squaredLength(gramian, weights));
    if (c > 0 && mean > NO_LENGTH * length) {
      double[] step = WorstCase.step(gramian, c * mean);
      Arrays.setAll(weights, t -> weights[t] + step[t]);
    }
    return weights;
  }
}
