package org.mtlbench.methods.fairgrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.LinearSystem;
import org.mtlbench.methods.convex.Vectors;

/**
 * Solves Q x = d x^(-1/alpha) for x above 0: the minimum of the strictly convex function x'Q x / 2
 * - sum_i d_i u(x_i), where u is the integral of x^(-1/alpha), with Newton's method and a line
 * search (Boyd and Vandenberghe, Convex Optimization, 2004, section 9.5).
 */
final class FairnessSolver {
  private static final int STEPS = 500;
  private static final int HALVINGS = 60;

  /** Largest relative difference between the two sides of the equation. */
  private static final double CLOSE = 1e-12;

  /** Without a solution x is unbounded; the ridge on Q, relative to d, bounds it. */
  private static final double RIDGE = 1e-8;

  /** A step goes at most this share of the way to where an unknown becomes 0. */
  private static final double TO_BOUNDARY = 0.9;

  /** Required share of the decrease that the slope predicts. */
  private static final double DECREASE = 1e-4;

  private static final double ROUNDING = 1e-14;

  private final double[][] q;
  private final double[] d;
  private final double alpha;

  private FairnessSolver(double[][] q, double[] d, double alpha) {
    this.q = q;
    this.d = d;
    this.alpha = alpha;
  }

  /**
   * The solution.
   *
   * @param q n x n, symmetric, positive semidefinite, with the diagonal d
   * @param d n numbers above 0
   * @return n numbers above 0
   */
  static double[] solve(double[][] q, double[] d, double alpha) {
    return new FairnessSolver(q, d, alpha).solve();
  }

  private double[] solve() {
    double[] x = new double[d.length];
    Arrays.fill(x, 1);
    for (int step = 0; step < STEPS; step++) {
      double[] slope = slope(x);
      if (isSolved(x, slope)) {
        break;
      }
      double[] newton = LinearSystem.solve(hessian(x), slope).orElseThrow();
      double[] next = search(x, newton, Vectors.dot(slope, newton));
      if (isClose(x, next)) {
        // Rounding errors hide any further progress, as for nearly opposed gradients.
        break;
      }
      x = next;
    }
    return x;
  }

  private static boolean isClose(double[] x, double[] next) {
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(next[i] - x[i]) > ROUNDING * x[i]) {
        return false;
      }
    }
    return true;
  }

  private double[] slope(double[] x) {
    double[] slope = Vectors.times(q, x);
    for (int i = 0; i < slope.length; i++) {
      slope[i] += d[i] * (RIDGE * x[i] - marginal(x[i]));
    }
    return slope;
  }

  private boolean isSolved(double[] x, double[] slope) {
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(slope[i]) > CLOSE * d[i] * marginal(x[i])) {
        return false;
      }
    }
    return true;
  }

  private double[][] hessian(double[] x) {
    double[][] hessian = Arrays.stream(q).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < x.length; i++) {
      hessian[i][i] += d[i] * (RIDGE + marginal(x[i]) / (alpha * x[i]));
    }
    return hessian;
  }

  /** The point along a Newton step that decreases the objective. */
  private double[] search(double[] x, double[] newton, double decrement) {
    double length = 1;
    for (int i = 0; i < x.length; i++) {
      if (newton[i] > 0) {
        length = Math.min(length, TO_BOUNDARY * x[i] / newton[i]);
      }
    }
    double before = objective(x);
    double slack = ROUNDING * Math.abs(before);
    double[] next = along(x, newton, length);
    for (int halving = 0; halving < HALVINGS; halving++) {
      if (objective(next) <= before - DECREASE * length * decrement + slack) {
        break;
      }
      length /= 2;
      next = along(x, newton, length);
    }
    return next;
  }

  private static double[] along(double[] x, double[] newton, double length) {
    double[] next = new double[x.length];
    Arrays.setAll(next, i -> x[i] - length * newton[i]);
    return next;
  }

  private double objective(double[] x) {
    double value = Vectors.dot(x, Vectors.times(q, x)) / 2;
    for (int i = 0; i < x.length; i++) {
      value += d[i] * (RIDGE * x[i] * x[i] / 2 - utility(x[i]));
    }
    return value;
  }

  private double marginal(double x) {
    return Math.pow(x, -1 / alpha);
  }

  /** (x^p - 1) / p with p = 1 - 1/alpha, log x for alpha = 1. */
  private double utility(double x) {
    double power = 1 - 1 / alpha;
    return power == 0 ? Math.log(x) : Math.expm1(power * Math.log(x)) / power;
  }
}
