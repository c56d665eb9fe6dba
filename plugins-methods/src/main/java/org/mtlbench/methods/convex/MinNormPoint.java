package org.mtlbench.methods.convex;

import java.util.Arrays;

/**
 * The point of minimum Euclidean norm in the convex hull of K vectors, computed from their inner
 * products: minimise w'G w over the simplex. For two vectors, the closed form (Sener and Koltun
 * 2018, eq. 4). For more, w is the solution x of min ||J'x||^2 + (1'x - 1)^2, x at least 0, divided
 * by its sum (Lawson and Hanson 1974, chapter 23). The problem is formulated with unit vectors and
 * lengths relative to the shortest one, so the result is equally accurate for vectors of very
 * different length.
 */
public final class MinNormPoint {
  private MinNormPoint() {}

  /**
   * The convex weights of the point. If several weights give the point, for example for equal
   * vectors, any of them.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   * @return K weights, at least 0, with sum 1; equal weights on the zero vectors if there are any
   */
  public static double[] of(double[][] gramian) {
    int tasks = gramian.length;
    Cosines cosines = Cosines.of(gramian);
    int zeros = tasks - cosines.tasks().length;
    if (zeros > 0) {
      double[] weights = new double[tasks];
      Arrays.setAll(weights, t -> gramian[t][t] > 0 ? 0 : 1.0 / zeros);
      return weights;
    }
    return tasks == 2 ? ofTwo(gramian) : ofMany(cosines);
  }

  private static double[] ofTwo(double[][] g) {
    double first = Math.max(0, g[1][1] - g[0][1]);
    double second = Math.max(0, g[0][0] - g[0][1]);
    double sum = first + second;
    return sum > 0 ? new double[] {first / sum, second / sum} : new double[] {0.5, 0.5};
  }

  /** The general case, for any number of nonzero vectors. */
  static double[] ofMany(Cosines vectors) {
    double[] norms = vectors.norms();
    int tasks = norms.length;
    double shortest = Arrays.stream(norms).min().orElseThrow();
    double[] relative = Arrays.stream(norms).map(norm -> shortest / norm).toArray();
    double[][] q = vectors.matrix();
    double[][] lifted = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        lifted[i][j] = q[i][j] + relative[i] * relative[j];
      }
    }
    double[] x = QuadraticProgram.nonNegative(lifted, relative);
    double sum = Vectors.dot(relative, x);
    double[] weights = new double[tasks];
    Arrays.setAll(weights, t -> relative[t] * x[t] / sum);
    return weights;
  }
}
