package org.mtlbench.methods.mgda;

import java.util.Arrays;

/**
 * The point of least Euclidean norm in the convex hull of K vectors, from their inner products:
 * minimise a' G a over the simplex. Two vectors: the closed form (Sener and Koltun 2018, eq. 4).
 * More: Frank-Wolfe with away steps and exact line search (Jaggi 2013; Lacoste-Julien and Jaggi
 * 2015), which converges linearly on a polytope.
 */
final class MinNormPoint {
  private static final int ITERATIONS = 250;
  private static final double RELATIVE_GAP = 1e-10;

  private MinNormPoint() {}

  /**
   * The weights of the point.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   * @return K weights, at least 0, sum 1; all equal if every vector is zero
   */
  static double[] of(double[][] gramian) {
    int tasks = gramian.length;
    double largest = 0;
    for (int i = 0; i < tasks; i++) {
      largest = Math.max(largest, gramian[i][i]);
    }
    if (tasks == 1 || largest == 0) {
      double[] equal = new double[tasks];
      Arrays.fill(equal, 1.0 / tasks);
      return equal;
    }
    return tasks == 2 ? ofTwo(gramian) : frankWolfe(gramian, largest);
  }

  private static double[] ofTwo(double[][] g) {
    double distance = g[0][0] + g[1][1] - 2 * g[0][1];
    double first;
    if (distance <= 0) {
      first = 0.5;
    } else {
      first = Math.min(1, Math.max(0, (g[1][1] - g[0][1]) / distance));
    }
    return new double[] {first, 1 - first};
  }

  /** The iteration, for any number of vectors; {@code largest} is the largest entry of g, not 0. */
  static double[] frankWolfe(double[][] g, double largest) {
    int tasks = g.length;
    double[] a = new double[tasks];
    Arrays.fill(a, 1.0 / tasks);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] slope = product(g, a);
      int towards = 0;
      int away = -1;
      for (int i = 0; i < tasks; i++) {
        if (slope[i] < slope[towards]) {
          towards = i;
        }
        if (a[i] > 0 && (away < 0 || slope[i] > slope[away])) {
          away = i;
        }
      }
      double value = dot(a, slope);
      double gapTowards = value - slope[towards];
      double gapAway = slope[away] - value;
      if (gapTowards <= RELATIVE_GAP * largest) {
        break;
      }
      boolean forward = gapTowards >= gapAway;
      double[] direction = new double[tasks];
      for (int i = 0; i < tasks; i++) {
        direction[i] = forward ? -a[i] : a[i];
      }
      direction[forward ? towards : away] += forward ? 1 : -1;
      double longest = forward ? 1 : a[away] / (1 - a[away]);
      double curvature = dot(direction, product(g, direction));
      double gap = forward ? gapTowards : gapAway;
      double step = curvature <= 0 ? longest : Math.min(longest, gap / curvature);
      for (int i = 0; i < tasks; i++) {
        a[i] = Math.max(0, a[i] + step * direction[i]);
      }
      if (!forward && step == longest) {
        a[away] = 0;
      }
    }
    double sum = Arrays.stream(a).sum();
    return Arrays.stream(a).map(x -> x / sum).toArray();
  }

  private static double[] product(double[][] g, double[] a) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = dot(g[i], a);
    }
    return out;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
