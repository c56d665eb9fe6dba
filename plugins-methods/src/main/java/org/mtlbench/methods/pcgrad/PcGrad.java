package org.mtlbench.methods.pcgrad;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/**
 * PCGrad as a function: gradient surgery on the coefficients of v_i = J'c_i, for which the Gramian
 * suffices.
 */
public final class PcGrad {
  private PcGrad() {}

  /**
   * The weights of gradient surgery (Yu et al. 2020, algorithm 1): v_i starts as g_i; for each
   * other task j in random order, v_i is projected onto the normal plane of g_j if v_i . g_j is
   * negative; the direction is the sum of the v_i. For the contract of such functions see {@link
   * org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param random draws a permutation of the tasks for each task
   * @return T weights of at least 1, all 1 if no gradients conflict
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian, RandomGenerator random) {
    GramianCheck.check(gramian);
    double[] weights = new double[gramian.length];
    for (int task = 0; task < gramian.length; task++) {
      double[] c = coefficients(task, gramian, Permutation.of(gramian.length, random));
      Arrays.setAll(weights, t -> weights[t] + c[t]);
    }
    return weights;
  }

  private static double[] coefficients(int task, double[][] gramian, int[] order) {
    double[] c = new double[gramian.length];
    c[task] = 1;
    for (int other : order) {
      double along = Vectors.dot(gramian[other], c);
      if (other != task && along < 0) {
        c[other] -= along / gramian[other][other];
      }
    }
    return c;
  }
}
