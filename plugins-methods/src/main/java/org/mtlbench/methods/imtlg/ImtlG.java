package org.mtlbench.methods.imtlg;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.methods.convex.Vectors;

/**
 * IMTL-G as a function: w = pinv(G) sqrt(diag G), normalised to sum 1. With w_t = y_t / ||g_t||
 * this is y = pinv(C) 1 on the cosines C, which is accurate for tasks with small gradients too.
 */
public final class ImtlG {
  /** Relative size below which a value that should be 0 is a rounding error. */
  private static final double ROUNDING = 1e-6;

  private ImtlG() {}

  /**
   * The weights of the direction whose projections on all task gradients have the same length (Liu
   * et al. 2021, IMTL-G). A task whose gradient is zero gets no weight. All weights are equal if
   * there is no such direction, that is if gradients are opposed or the sum is 0. For the contract
   * of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights of sum 1; some may be below 0
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    Cosines cosines = Cosines.of(gramian);
    double[] ones = new double[cosines.tasks().length];
    Arrays.fill(ones, 1);
    Spectrum spectrum = Spectrum.of(cosines.matrix());
    double[] reached = spectrum.apply(value -> 1, ones);
    double[] raw = spectrum.apply(value -> 1 / value, ones);
    Arrays.setAll(raw, t -> raw[t] / cosines.norms()[t]);
    double sum = Arrays.stream(raw).sum();
    boolean exists =
        length(reached) > ROUNDING * length(ones) && Math.abs(sum) > ROUNDING * length(raw);
    double[] weights = new double[gramian.length];
    if (exists) {
      Arrays.setAll(raw, t -> raw[t] / sum);
      for (int t = 0; t < raw.length; t++) {
        weights[cosines.tasks()[t]] = raw[t];
      }
    } else {
      Arrays.fill(weights, 1.0 / weights.length);
    }
    return weights;
  }

  private static double length(double[] x) {
    return Math.sqrt(Vectors.dot(x, x));
  }
}
