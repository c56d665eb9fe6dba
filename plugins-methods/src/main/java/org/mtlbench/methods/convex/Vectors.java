package org.mtlbench.methods.convex;

/** Products of a Gramian with task weights. */
public final class Vectors {
  private Vectors() {}

  /** x'y. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** G x. */
  public static double[] times(double[][] g, double[] x) {
    double[] product = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      product[i] = dot(g[i], x);
    }
    return product;
  }

  /** x'G x, the squared length of J'x; at least 0 except for rounding. */
  public static double squaredLength(double[][] g, double[] x) {
    return Math.max(0, dot(x, times(g, x)));
  }
}
