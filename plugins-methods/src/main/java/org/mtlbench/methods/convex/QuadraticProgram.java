package org.mtlbench.methods.convex;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Minimises x'Q x / 2 - b'x over x of at least 0, for a handful of unknowns, by the active-set
 * method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23). It ends at the
 * exact minimum up to rounding: at the support it found, the linear system is solved, and no other
 * unknown has a descent above the rounding of its own terms. Q may be singular; an unknown whose
 * column depends on those of the support adds nothing and stays 0.
 */
public final class QuadraticProgram {
  /** Rounding of a sum of a handful of products, relative to the sum of their magnitudes. */
  private static final double ROUNDING = 1e-15;

  /** A multiple of the number of unknowns; in exact arithmetic no support is visited twice. */
  private static final int ROUNDS = 20;

  private QuadraticProgram() {}

  /**
   * The minimum.
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
        // what looked like a descent was rounding
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
   * The unknown outside of the support along which the objective falls most; -1 if none is left.
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
   * The minimum without bounds of the unknowns in the support, the others 0; absent if singular.
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
   * Moves x towards the target until an unknown of the support would become negative, which then
   * leaves the support.
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
