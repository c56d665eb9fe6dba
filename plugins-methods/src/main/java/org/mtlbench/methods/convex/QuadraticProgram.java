package org.mtlbench.methods.convex;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Minimises x'Q x / 2 - b'x over x of at least 0, for a small number of unknowns, with the
 * active-set method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23). The
 * result is the exact minimum up to rounding: on the final support the linear system is solved, and
 * no other unknown has a descent above the rounding error of its own terms. Q may be singular; an
 * unknown whose column depends linearly on those of the support stays 0.
 */
public final class QuadraticProgram {
  /** Rounding error of a sum of a few products, relative to the sum of their magnitudes. */
  private static final double ROUNDING = 1e-15;

  /**
   * Iteration limit as a multiple of the number of unknowns; in exact arithmetic no support is
   * visited twice.
   */
  private static final int ROUNDS = 20;

  private QuadraticProgram() {}

  /**
   * Solves the program.
   *
   * @param q n x n, symmetric, positive semidefinite, ideally with entries of about 1
   * @param b n; for a singular q such that the minimum exists
   * @return n numbers, at least 0
   */
  public static double[] nonNegative(double[][] q, double[] b) {
    int n = b.length;
    double[] x = new double[n];
    boolean[] support = new boolean[n];
    boolean[] dependent = new boolean[n];
    for (int round = 0; round < ROUNDS * n; round++) {
      int entering = steepest(q, b, x, support, dependent);
      if (entering < 0) {
        break;
      }
      support[entering] = true;
      Optional<double[]> target = solve(q, b, support);
      if (target.isEmpty() || target.get()[entering] <= 0) {
        // The apparent descent was a rounding error.
        support[entering] = false;
        dependent[entering] = true;
        continue;
      }
      Arrays.fill(dependent, false);
      while (target.isPresent() && !approach(x, target.get(), support)) {
        target = solve(q, b, support);
      }
    }
    return x;
  }

  /**
   * The unknown outside of the support along which the objective decreases most; -1 if there is
   * none.
   */
  private static int steepest(
      double[][] q, double[] b, double[] x, boolean[] support, boolean[] dependent) {
    int steepest = -1;
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      if (support[i] || dependent[i]) {
        continue;
      }
      double descent = b[i];
      double magnitude = Math.abs(b[i]);
      for (int j = 0; j < x.length; j++) {
        descent -= q[i][j] * x[j];
        magnitude += Math.abs(q[i][j] * x[j]);
      }
      if (descent > ROUNDING * magnitude && descent > largest) {
        largest = descent;
        steepest = i;
      }
    }
    return steepest;
  }

  /**
   * The unconstrained minimum over the unknowns in the support, with all others 0; absent if
   * singular.
   */
  private static Optional<double[]> solve(double[][] q, double[] b, boolean[] support) {
    int[] chosen = IntStream.range(0, b.length).filter(i -> support[i]).toArray();
    double[][] matrix = new double[chosen.length][chosen.length];
    double[] side = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      side[i] = b[chosen[i]];
      for (int j = 0; j < chosen.length; j++) {
        matrix[i][j] = q[chosen[i]][chosen[j]];
      }
    }
    return LinearSystem.solve(matrix, side)
        .map(
            solution -> {
              double[] x = new double[b.length];
              for (int i = 0; i < chosen.length; i++) {
                x[chosen[i]] = solution[i];
              }
              return x;
            });
  }

  /**
   * Moves x towards the target until an unknown of the support would become negative, and removes
   * that unknown from the support.
   *
   * @return whether x has reached the target
   */
  private static boolean approach(double[] x, double[] target, boolean[] support) {
    double share = 1;
    int leaving = -1;
    for (int i = 0; i < x.length; i++) {
      if (support[i] && target[i] <= 0) {
        double reach = x[i] == 0 ? 0 : x[i] / (x[i] - target[i]);
        if (leaving < 0 || reach < share) {
          share = reach;
          leaving = i;
        }
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = support[i] ? Math.max(0, x[i] + share * (target[i] - x[i])) : 0;
    }
    if (leaving < 0) {
      return true;
    }
    x[leaving] = 0;
    support[leaving] = false;
    return false;
  }
}
