package org.mtlbench.methods.convex;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Eigenvalues and eigenvectors of a Gramian, computed with Jacobi rotations. Unlike tridiagonal
 * methods, these find the small eigenvalues of gradients of very different length to full relative
 * precision (Demmel and Veselic, SIAM J. Matrix Anal. Appl. 13, 1992).
 *
 * <p>The number of zero eigenvalues is the number of eigenvalues of the cosine matrix below 1e-10
 * of its largest: since gradients are float32, linear dependence gives an eigenvalue of about 1e-14
 * there, independently of the lengths.
 *
 * @param values K, the zero ones exactly 0
 * @param vectors K x K, one eigenvector per column
 */
public record Spectrum(double[] values, double[][] vectors) {
  private static final double RELATIVE_ZERO = 1e-10;
  private static final double ROUNDING = 0x1p-53;

  /** Jacobi rotations converge quadratically; a few sweeps are usual. */
  private static final int SWEEPS = 40;

  /**
   * Decomposes a Gramian.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   */
  public static Spectrum of(double[][] gramian) {
    double[] ascending = rotate(Cosines.of(gramian).matrix()).values.clone();
    Arrays.sort(ascending);
    int directions = ascending.length;
    double zero = directions == 0 ? 0 : RELATIVE_ZERO * ascending[directions - 1];
    long rank = Arrays.stream(ascending).filter(value -> value > zero).count();
    Spectrum all = rotate(gramian);
    double[] descending = Arrays.stream(all.values).map(x -> -x).sorted().map(x -> -x).toArray();
    double least = rank == 0 ? Double.POSITIVE_INFINITY : descending[(int) rank - 1];
    double[] values = Arrays.stream(all.values).map(x -> x >= least ? Math.max(0, x) : 0).toArray();
    return new Spectrum(values, all.vectors);
  }

  private static Spectrum rotate(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    boolean diagonal = false;
    for (int sweep = 0; sweep < SWEEPS && !diagonal; sweep++) {
      diagonal = true;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          if (Math.abs(a[p][q]) > ROUNDING * Math.sqrt(Math.abs(a[p][p] * a[q][q]))) {
            rotate(a, v, p, q);
            diagonal = false;
          }
        }
      }
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> a[i][i]);
    return new Spectrum(values, v);
  }

  /** The rotation in the plane of p and q that makes a(p, q) zero. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    double shift = tangent * a[p][q];
    a[p][p] -= shift;
    a[q][q] += shift;
    a[p][q] = 0;
    a[q][p] = 0;
    for (int i = 0; i < a.length; i++) {
      if (i != p && i != q) {
        double atP = a[i][p];
        double atQ = a[i][q];
        a[i][p] = cosine * atP - sine * atQ;
        a[p][i] = a[i][p];
        a[i][q] = sine * atP + cosine * atQ;
        a[q][i] = a[i][q];
      }
      double alongP = v[i][p];
      double alongQ = v[i][q];
      v[i][p] = cosine * alongP - sine * alongQ;
      v[i][q] = sine * alongP + cosine * alongQ;
    }
  }

  /** The smallest nonzero eigenvalue; 0 if all are zero. */
  public double smallestPositive() {
    return Arrays.stream(values).filter(value -> value > 0).min().orElse(0);
  }

  /**
   * V f(Lambda) V' x without the zero eigenvalues.
   *
   * @param function function of an eigenvalue above 0
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
