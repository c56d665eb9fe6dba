package org.mtlbench.methods.convex;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cosines between the nonzero gradients: a Gramian normalised by the norms of the gradients.
 * Problems formulated with cosines are as well conditioned as the directions of the gradients
 * allow, independently of their norms.
 *
 * @param tasks indices of the K' tasks with a nonzero gradient, ascending
 * @param norms norms of the gradients, K', above 0
 * @param matrix K' x K', ones on the diagonal
 */
public record Cosines(int[] tasks, double[] norms, double[][] matrix) {
  /**
   * Computes the cosines of a Gramian.
   *
   * @param gramian K x K, symmetric, positive semidefinite
   */
  public static Cosines of(double[][] gramian) {
    int[] tasks =
        IntStream.range(0, gramian.length).filter(task -> gramian[task][task] > 0).toArray();
    double[] norms = Arrays.stream(tasks).mapToDouble(t -> Math.sqrt(gramian[t][t])).toArray();
    double[][] matrix = new double[tasks.length][tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      for (int j = 0; j < tasks.length; j++) {
        matrix[i][j] = i == j ? 1 : gramian[tasks[i]][tasks[j]] / norms[i] / norms[j];
      }
    }
    return new Cosines(tasks, norms, matrix);
  }
}
