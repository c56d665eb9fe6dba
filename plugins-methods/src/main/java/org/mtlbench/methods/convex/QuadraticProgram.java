package org.mtlbench.methods.convex;

import java.util.Arrays;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Minimise x'Q x / 2 + b'x for x at least at a bound, for a handful of unknowns. Q is expected with
 * entries of about 1; a ridge of 1e-8 makes it definite, as the solver asks for. The minimum is met
 * to about 1e-5.
 */
public final class QuadraticProgram {
  private static final double RIDGE = 1e-8;

  private QuadraticProgram() {}

  /**
   * The minimum over x at least {@code bounds}.
   *
   * @param q n x n, symmetric, positive semidefinite
   * @param bounds n
   * @return n numbers
   */
  public static double[] above(double[][] q, double[] bounds) {
    return solve(problem(q, new double[q.length], bounds), bounds);
  }

  /**
   * The minimum over the simplex: x at least 0, of sum 1.
   *
   * @param q n x n, symmetric, positive semidefinite
   * @param b n
   * @return n numbers, at least 0, of sum 1
   */
  public static double[] onSimplex(double[][] q, double[] b) {
    int n = q.length;
    double[] zeros = new double[n];
    R064Store sum = R064Store.FACTORY.make(1, n);
    sum.fillAll(1.0);
    R064Store one = R064Store.FACTORY.make(1, 1);
    one.fillAll(1.0);
    double[] x = solve(problem(q, b, zeros).equalities(sum, one), zeros);
    double total = Arrays.stream(x).sum();
    return Arrays.stream(x).map(value -> value / total).toArray();
  }

  private static ConvexSolver.Builder problem(double[][] q, double[] b, double[] bounds) {
    int n = q.length;
    R064Store quadratic = R064Store.FACTORY.make(n, n);
    R064Store linear = R064Store.FACTORY.make(n, 1);
    R064Store sides = R064Store.FACTORY.make(n, n);
    R064Store limits = R064Store.FACTORY.make(n, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        quadratic.set(i, j, i == j ? q[i][j] + RIDGE : q[i][j]);
      }
      // the solver subtracts its linear term and bounds from above
      linear.set(i, 0, -b[i]);
      sides.set(i, i, -1);
      limits.set(i, 0, -bounds[i]);
    }
    return ConvexSolver.newBuilder().objective(quadratic, linear).inequalities(sides, limits);
  }

  private static double[] solve(ConvexSolver.Builder problem, double[] bounds) {
    Optimisation.Result result = problem.build().solve();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("a quadratic program ended as " + result.getState());
    }
    double[] x = new double[bounds.length];
    Arrays.setAll(x, i -> Math.max(result.doubleValue(i), bounds[i]));
    return x;
  }
}
