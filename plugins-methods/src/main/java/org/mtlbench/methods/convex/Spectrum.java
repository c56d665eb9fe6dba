package org.mtlbench.methods.convex;

import java.util.function.DoubleUnaryOperator;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Eigenvalues and eigenvectors of a Gramian. Those below 1e-10 of the largest count as zero: the
 * gradients are float32, so that a dependent one leaves an eigenvalue of about 1e-14.
 *
 * @param values K, the zero ones exactly 0
 * @param vectors K x K, one eigenvector a column
 */
public record Spectrum(double[] values, double[][] vectors) {
  private static final double RELATIVE_ZERO = 1e-10;

  /**
   * Decomposes a Gramian.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   */
  public static Spectrum of(double[][] gramian) {
    int n = gramian.length;
    Eigenvalue<Double> decomposition = Eigenvalue.R064.make(n, true);
    R064Store matrix = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.set(i, j, gramian[i][j]);
      }
    }
    if (!decomposition.decompose(matrix)) {
      throw new IllegalStateException("the Gramian has no eigenvalue decomposition");
    }
    MatrixStore<Double> d = decomposition.getD();
    double[] values = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      values[i] = d.doubleValue(i, i);
      largest = Math.max(largest, values[i]);
    }
    for (int i = 0; i < n; i++) {
      values[i] = values[i] > RELATIVE_ZERO * largest ? values[i] : 0;
    }
    return new Spectrum(values, decomposition.getV().toRawCopy2D());
  }

  /** The smallest eigenvalue that is not zero; 0 if all are. */
  public double smallestPositive() {
    double smallest = 0;
    for (double value : values) {
      if (value > 0 && (smallest == 0 || value < smallest)) {
        smallest = value;
      }
    }
    return smallest;
  }

  /**
   * V f(Lambda) V' x, the zero eigenvalues left out.
   *
   * @param function of an eigenvalue above 0
   * @param x K
   */
  public double[] apply(DoubleUnaryOperator function, double[] x) {
    int n = values.length;
    double[] result = new double[n];
    for (int e = 0; e < n; e++) {
      if (values[e] > 0) {
        double along = 0;
        for (int i = 0; i < n; i++) {
          along += vectors[i][e] * x[i];
        }
        along *= function.applyAsDouble(values[e]);
        for (int i = 0; i < n; i++) {
          result[i] += along * vectors[i][e];
        }
      }
    }
    return result;
  }
}
