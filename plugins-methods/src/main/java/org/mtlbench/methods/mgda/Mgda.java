package org.mtlbench.methods.mgda;

import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.MinNormPoint;

/** MGDA as a function: the minimum-norm point in the convex hull of the task gradients. */
public final class Mgda {
  private Mgda() {}

  /**
   * The weights of the minimum-norm point: w minimises w'G w on the simplex (Sener and Koltun 2018,
   * equation 3). If several weights give the same point, any of them is returned; if gradients are
   * zero, their weights are equal. For the contract of such functions see {@link
   * org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights of at least 0 and of sum 1
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    return MinNormPoint.of(gramian);
  }
}
