package org.mtlbench.methods.mgda;

import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.MinNormPoint;

/** MGDA as a function: the point of least norm in the convex hull of the task gradients. */
public final class Mgda {
  private Mgda() {}

  /**
   * The weights of the point of least norm, w minimising w'G w on the simplex (Sener and Koltun
   * 2018, equation 3). Where several weights make the same point, any of them; where gradients are
   * zero, equal weights on these. For the contract of such functions see {@link
   * org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights of at least 0 and of sum 1
   * @throws IllegalArgumentException if it is no Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    return MinNormPoint.of(gramian);
  }
}
