package org.mtlbench.methods.nashmtl;

import java.util.Arrays;
import org.mtlbench.methods.convex.LinearSystem;
import org.mtlbench.methods.convex.Vectors;

/**
 * Solves C b = 1 / b for b above 0: the minimum of the convex function b'C b / 2 - sum log b, which
 * is self-concordant, so damped Newton steps converge from any starting point (Nesterov, Lectures
 * on Convex Optimization, 2018, section 5.2).
 */
final class BargainingSolver {
  private static final int STEPS = 200;
  private static final double CLOSE = 1e-10;

  /** Without agreement between opposed gradients b is unbounded; the ridge keeps it below 1e4. */
  private static final double RIDGE = 1e-8;

  private BargainingSolver() {}

  /**
   * The solution.
   *
   * @param cosines n x n, symmetric, positive semidefinite, ones on the diagonal
   * @return n numbers above 0
   */
  static double[] of(double[][] cosines) {
    int n = cosines.length;
    double[] b = new double[n];
    Arrays.fill(b, 1);
    double[][] hessian = new double[n][n];
    double[] slope = new double[n];
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < n; i++) {
        slope[i] = Vectors.dot(cosines[i], b) + RIDGE * b[i] - 1 / b[i];
        for (int j = 0; j < n; j++) {
          hessian[i][j] = cosines[i][j] + (i == j ? RIDGE + 1 / (b[i] * b[i]) : 0);
        }
      }
      double[] newton = LinearSystem.solve(hessian, slope).orElseThrow();
      double decrement = Math.sqrt(Math.max(0, Vectors.dot(slope, newton)));
      // Full steps in the region of quadratic convergence, shorter ones before.
      double length = decrement < 0.25 ? 1 : 1 / (1 + decrement);
      for (int i = 0; i < n; i++) {
        b[i] -= length * newton[i];
      }
      if (decrement < CLOSE) {
        break;
      }
    }
    return b;
  }
}
