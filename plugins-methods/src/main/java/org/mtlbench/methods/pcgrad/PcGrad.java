package org.mtlbench.methods.pcgrad;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/** PCGrad as a function: surgery on the coefficients of v_i = J'c_i, for which G suffices. */
public final class PcGrad {
  private PcGrad() {}

  /**
   * The weights of gradient surgery (Yu et al. 2020, algorithm 1): v_i starts as g_i and meets the
   * other tasks in random order, losing its part along -g_j wherever v_i . g_j is below 0; the
   * direction is the sum of the v_i. For the contract of such functions see {@link
   * org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param random draws a permutation of the tasks for each task
   * @return T weights of at least 1, each 1 where no gradients are in conflict
   * @throws IllegalArgumentException if it is no Gramian
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
