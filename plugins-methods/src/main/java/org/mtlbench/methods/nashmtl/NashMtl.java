package org.mtlbench.methods.nashmtl;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/**
 * Nash-MTL as a function: with b_t = a_t ||g_t|| the condition G a = 1 / a becomes C b = 1 / b on
 * the cosines of the gradients.
 */
public final class NashMtl {
  private static final double NO_GAIN = 1e-8;

  private NashMtl() {}

  /**
   * The weights of the Nash bargaining solution, G a = 1 / a with a above 0 (Navon et al. 2022),
   * shortened to a direction of norm {@code maxNorm} at most. Tasks with a zero gradient get weight
   * 0; if gradients are opposed, there is no solution and all weights are 0. For the contract of
   * such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param maxNorm above 0; the direction has norm sqrt(T) without a limit, and the authors use 1
   * @return T weights of at least 0
   * @throws IllegalArgumentException if the matrix is not a Gramian, or the norm is not above 0
   */
  public static double[] weights(double[][] gramian, double maxNorm) {
    GramianCheck.check(gramian);
    if (!(maxNorm > 0)) {
      throw new IllegalArgumentException(
          "maxNorm: found " + maxNorm + ", expected a number above 0");
    }
    Cosines cosines = Cosines.of(gramian);
    double[] weights = new double[gramian.length];
    double[] b = BargainingSolver.of(cosines.matrix());
    double[] gains = Vectors.times(cosines.matrix(), b);
    if (Arrays.stream(gains).allMatch(gain -> gain > NO_GAIN)) {
      double norm = Math.sqrt(Vectors.dot(b, gains));
      double cut = norm > maxNorm ? maxNorm / norm : 1;
      for (int i = 0; i < b.length; i++) {
        weights[cosines.tasks()[i]] = cut * b[i] / cosines.norms()[i];
      }
    }
    return weights;
  }
}
