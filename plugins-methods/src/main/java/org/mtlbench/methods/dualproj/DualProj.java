package org.mtlbench.methods.dualproj;

import java.util.Arrays;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.QuadraticProgram;
import org.mtlbench.methods.convex.Vectors;

/**
 * DualProj as a function. The projection of the mean g_0 is g_0 + J'x where x minimises x'G x / 2 +
 * x'J g_0 for x of at least 0 (the dual program). Unit gradients span the same cone, so the program
 * is formulated with cosines.
 */
public final class DualProj {
  private DualProj() {}

  /**
   * The weights of the mean gradient, projected on the cone of directions that are in conflict with
   * no task (Lopez-Paz and Ranzato 2017, equation 11). For the contract of such functions see
   * {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @return T weights of at least 1/T, all 1/T if the mean is in conflict with no gradient
   * @throws IllegalArgumentException if the matrix is not a Gramian
   */
  public static double[] weights(double[][] gramian) {
    GramianCheck.check(gramian);
    int tasks = gramian.length;
    Cosines cosines = Cosines.of(gramian);
    double[] norms = cosines.norms();
    double longest = Arrays.stream(norms).max().orElse(1);
    double[] shares = Arrays.stream(norms).map(norm -> norm / longest / tasks).toArray();
    double[] conflict =
        Arrays.stream(Vectors.times(cosines.matrix(), shares)).map(gain -> -gain).toArray();
    double[] x = QuadraticProgram.nonNegative(cosines.matrix(), conflict);
    double[] weights = new double[tasks];
    Arrays.fill(weights, 1.0 / tasks);
    for (int i = 0; i < x.length; i++) {
      weights[cosines.tasks()[i]] += x[i] * longest / norms[i];
    }
    return weights;
  }
}
