package org.mtlbench.methods.upgrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.QuadraticProgram;

/**
 * UPGrad as a function. The projection of g_i is J'x where x minimises x'Gx for x_i at least 1 and
 * the others at least 0 (the dual; proposition 1 of the paper). Unit gradients in place of the g_i
 * span the same cone, so the programs are formulated with cosines.
 */
public final class UpGrad {
  private UpGrad() {}

  /**
   * The weights of the mean of the task gradients, each projected on the cone of directions that
   * are in conflict with no task (Quinton and Rey 2024). For the contract of such functions see
   * {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights of at least 1/T, or 0 where the gradient is zero
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    Cosines cosines = Cosines.of(gramian);
    double[] weights = new double[gramian.length];
    for (int i = 0; i < cosines.tasks().length; i++) {
      double[] x = projection(i, cosines.matrix());
      for (int j = 0; j < x.length; j++) {
        weights[cosines.tasks()[j]] +=
            x[j] * cosines.norms()[i] / cosines.norms()[j] / gramian.length;
      }
    }
    return weights;
  }

  private static double[] projection(int i, double[][] cosines) {
    double[] opposition = Arrays.stream(cosines[i]).map(cosine -> -cosine).toArray();
    double[] x = QuadraticProgram.nonNegative(cosines, opposition);
    x[i] += 1;
    return x;
  }
}
