package org.mtlbench.methods.alignedmtl;

import java.util.Arrays;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Spectrum;

/** Aligned-MTL as a function: scales the principal components of the gradients to equal length. */
public final class AlignedMtl {
  private AlignedMtl() {}

  /**
   * The weights a = sqrt(lambda_min) V Lambda^{-1/2} V'w of the mean of the aligned gradients
   * (Senushkin et al. 2023), of G = V Lambda V' without its zero eigenvalues, w_t = 1/T. For the
   * contract of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights; some may be below 0
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    Spectrum spectrum = Spectrum.of(gramian);
    double[] equal = new double[gramian.length];
    Arrays.fill(equal, 1.0 / equal.length);
    double smallest = spectrum.smallestPositive();
    return spectrum.apply(value -> Math.sqrt(smallest / value), equal);
  }
}
