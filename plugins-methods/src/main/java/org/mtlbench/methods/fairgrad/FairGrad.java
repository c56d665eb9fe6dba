package org.mtlbench.methods.fairgrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/**
 * FairGrad as a function. With w_t = s_t x_t / ||g_t||, s_t = ||g_t||^((1 - alpha) / (1 + alpha)),
 * the condition G w = w^(-1/alpha) becomes S C S x = s^2 x^(-1/alpha) on the cosines C, whose
 * solution is 1 for orthogonal gradients of any length.
 */
public final class FairGrad {
  /**
   * With smaller values, the gains of short gradients against long ones are below the rounding
   * errors of their terms.
   */
  static final double MIN_ALPHA = 0.5;

  static final double MAX_ALPHA = 10;

  /** A solution makes both sides equal; without one, the left side is close to 0. */
  private static final double SOLVED = 0.5;

  private FairGrad() {}

  /**
   * The weights of alpha-fair resource allocation, G w = w^(-1/alpha) with w above 0 (Ban and Ji
   * 2024, equation 4): of all directions of the same length, J'w is the one whose gains G w have
   * the largest alpha-fair utility. Tasks with a zero gradient get weight 0; if gradients are
   * opposed, there is no solution and all weights are 0. For the contract of such functions see
   * {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param alpha from 0.5 to 10; 1 is the Nash bargaining solution, and large values approach equal
   *     gains
   * @return T weights of at least 0
   * @throws IllegalArgumentException if the matrix is not a Gramian, or alpha is out of range
   */
  public static double[] weights(double[][] gramian, double alpha) {
    GramianCheck.check(gramian);
    if (!(alpha >= MIN_ALPHA && alpha <= MAX_ALPHA)) {
      throw new IllegalArgumentException(
          "alpha: found " + alpha + ", expected a number from 0.5 to 10");
    }
    Cosines cosines = Cosines.of(gramian);
    double[] norms = cosines.norms();
    double[] scales =
        Arrays.stream(norms).map(n -> Math.pow(n, (1 - alpha) / (1 + alpha))).toArray();
    double largest = Arrays.stream(scales).max().orElse(1);
    double[][] matrix = new double[norms.length][norms.length];
    double[] demand = new double[norms.length];
    for (int i = 0; i < norms.length; i++) {
      double scale = scales[i] / largest;
      demand[i] = scale * scale;
      for (int j = 0; j < norms.length; j++) {
        matrix[i][j] = scale * cosines.matrix()[i][j] * (scales[j] / largest);
      }
    }
    double[] x = FairnessSolver.solve(matrix, demand, alpha);
    double[] weights = new double[gramian.length];
    double[] supply = Vectors.times(matrix, x);
    for (int i = 0; i < x.length; i++) {
      if (!(supply[i] > SOLVED * demand[i] * Math.pow(x[i], -1 / alpha))) {
        return new double[gramian.length];
      }
      weights[cosines.tasks()[i]] = scales[i] * x[i] / norms[i];
    }
    return weights;
  }
}
