package org.mtlbench.methods.convex;

import java.util.Optional;

/** Small symmetric positive definite systems A x = b, solved by Cholesky decomposition. */
public final class LinearSystem {
  /**
   * A pivot below this fraction of its diagonal entry means that a row depends linearly on earlier
   * ones: directions of float32 gradients cannot differ by less than its square root.
   */
  private static final double DEPENDENT = 1e-14;

  private LinearSystem() {}

  /**
   * Solves A x = b; absent if A is singular at the precision of gradients.
   *
   * @param a n x n, symmetric, positive semidefinite; only the lower triangle is read
   * @param b n
   * @return n numbers
   */
  public static Optional<double[]> solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] lower = new double[n][n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (j < i) {
          lower[i][j] = rest / lower[j][j];
        } else if (rest > DEPENDENT * a[i][i]) {
          lower[i][i] = Math.sqrt(rest);
        } else {
          return Optional.empty();
        }
      }
      double rest = b[i];
      for (int k = 0; k < i; k++) {
        rest -= lower[i][k] * x[k];
      }
      x[i] = rest / lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return Optional.of(x);
  }
}
