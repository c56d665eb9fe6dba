package org.mtlbench.methods.ours.growl;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The cap on a layer's sparsity during the search phase (Hotegni et al., IJCNN 2024): in iteration
 * j of M1 at most floor(j * maxShare / M1 * n) of a layer's n rows may be zero. In addition to the
 * paper, {@code minRows} rows of every layer are not zeroed.
 *
 * <p>Rows that were zero before the proximal step count towards the cap, but are never restored:
 * only rows that this step zeroed are candidates. If the old zeros alone exceed the cap, all new
 * ones are restored and the layer stays above the cap.
 *
 * @param maxShare s_l_max, the largest share of zero rows after the last iteration, in [0, 1]; a
 *     decimal, so that 0.3 / 3 * 10 rows is 1 row and not 0
 * @param iterations M1, at least 1
 * @param minRows number of rows that a layer keeps whatever its share, at least 0; a layer with
 *     fewer rows keeps all
 */
public record LayerCap(BigDecimal maxShare, int iterations, int minRows) {
  /** Checks the ranges. */
  public LayerCap {
    if (maxShare.signum() < 0 || maxShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "the largest share of zero rows is " + maxShare + ", but must lie in [0, 1]");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException(
          "the number of iterations is " + iterations + ", but must be at least 1");
    }
    if (minRows < 0) {
      throw new IllegalArgumentException(
          "the minimum number of rows is " + minRows + ", but must be at least 0");
    }
  }

  /**
   * A cap whose share is the shortest decimal representation of the given double, so that 0.3 means
   * three tenths.
   */
  public static LayerCap of(double maxShare, int iterations, int minRows) {
    if (!Double.isFinite(maxShare)) {
      throw new IllegalArgumentException(
          "the largest share of zero rows is " + maxShare + ", but must lie in [0, 1]");
    }
    return new LayerCap(BigDecimal.valueOf(maxShare), iterations, minRows);
  }

  /**
   * The largest number of zero rows allowed; the floor is computed exactly.
   *
   * @param iteration j, from 1 to {@link #iterations()}
   * @param rows n, at least 0
   */
  public int limit(int iteration, int rows) {
    if (iteration < 1 || iteration > iterations) {
      throw new IllegalArgumentException(
          "the iteration is " + iteration + ", but must lie in 1.." + iterations);
    }
    if (rows < 0) {
      throw new IllegalArgumentException(
          "the number of rows is " + rows + ", but must be at least 0");
    }
    int share =
        maxShare
            .multiply(BigDecimal.valueOf(iteration))
            .multiply(BigDecimal.valueOf(rows))
            .divideToIntegralValue(BigDecimal.valueOf(iterations))
            .intValueExact();
    return Math.min(share, Math.max(0, rows - minRows));
  }

  /**
   * Selects the rows that are restored to their values before the proximal step.
   *
   * @param iteration j, from 1 to {@link #iterations()}
   * @param before row norms before the step; not modified
   * @param after row norms after the step, as many; not modified
   * @param restore how to choose among the newly zeroed rows
   * @param random used only by {@link Restore#RANDOM}, and only if rows are to be restored
   */
  public CapOutcome apply(
      int iteration, double[] before, double[] after, Restore restore, RandomGenerator random) {
    if (before.length != after.length) {
      throw new IllegalArgumentException(
          "there are " + before.length + " norms before the step and " + after.length + " after");
    }
    int limit = limit(iteration, before.length);
    int[] newlyZero =
        IntStream.range(0, after.length).filter(i -> after[i] == 0 && before[i] != 0).toArray();
    int zero = (int) IntStream.range(0, after.length).filter(i -> after[i] == 0).count();
    int alreadyZero = zero - newlyZero.length;
    int surplus = Math.max(0, Math.min(zero - limit, newlyZero.length));
    int[] restored = restore.choose(newlyZero, before, surplus, random);
    return new CapOutcome(limit, alreadyZero, newlyZero.length, restored);
  }
}
