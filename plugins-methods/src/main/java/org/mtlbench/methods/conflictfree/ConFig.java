package org.mtlbench.methods.conflictfree;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.methods.convex.Vectors;

/**
 * ConFIG as a function: the direction is that of J'w with w_t = y_t / ||g_t||, where y = pinv(C) 1
 * on the cosines C.
 */
public final class ConFig {
  /** Relative size below which a value that should be 0 is a rounding error. */
  private static final double ROUNDING = 1e-6;

  private ConFig() {}

  /**
   * The weights of the direction u that has the same cosine with all task gradients, with the
   * length sum_t g_t.u (Liu, Chu and Thuerey 2025, equation 2). If there is no such direction, u is
   * the one of least squares; if unit gradients add up to 0, all weights are 0. Tasks with a zero
   * gradient get weight 0. For the contract of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights; some may be below 0
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    Cosines cosines = Cosines.of(gramian);
    double[] norms = cosines.norms();
    double[] ones = new double[norms.length];
    Arrays.fill(ones, 1);
    Spectrum spectrum = Spectrum.of(cosines.matrix());
    double[] reached = spectrum.apply(value -> 1, ones);
    double[] weights = new double[gramian.length];
    if (Vectors.dot(reached, reached) > ROUNDING * ROUNDING * norms.length) {
      double[] y = spectrum.apply(value -> 1 / value, ones);
      // J'w has the squared length y'C y = sum y, and the inner products C y with the unit
      // gradients.
      double factor = Vectors.dot(norms, reached) / Arrays.stream(y).sum();
      for (int i = 0; i < y.length; i++) {
        weights[cosines.tasks()[i]] = factor * y[i] / norms[i];
      }
    }
    return weights;
  }
}
