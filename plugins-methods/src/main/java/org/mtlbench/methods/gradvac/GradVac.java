package org.mtlbench.methods.gradvac;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.Vectors;

/**
 * GradVac as a function: gradient surgery on the coefficients of v_i = J'c_i, for which the Gramian
 * suffices.
 */
public final class GradVac {
  /**
   * A target cosine close to 1 would need an unbounded multiple of the other gradient; the sine of
   * its angle counts as at least this.
   */
  private static final double MIN_SINE = 1e-4;

  /** A sum of gradients shorter than this, relative to its terms, has no direction. */
  private static final double NO_LENGTH = 1e-7;

  private GradVac() {}

  /**
   * The result of the surgery.
   *
   * @param weights one per task
   * @param cosines the cosine of v_i and g_j before v_i was changed, T x T; NaN where one of them
   *     is zero, and on the diagonal
   */
  record Surgery(double[] weights, double[][] cosines) {}

  /**
   * The weights of gradient vaccine (Wang et al. 2021, algorithm 1): v_i starts as g_i; for each
   * other task j in random order, if the cosine c of v_i and g_j is below the target t_ij, v_i is
   * increased by g_j ||v_i|| (t sqrt(1 - c^2) - c sqrt(1 - t^2)) / (||g_j|| sqrt(1 - t^2)), after
   * which the cosine is t_ij; the direction is the sum of the v_i. With targets of 0 this is
   * PCGrad. For the contract of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param targets target cosines, T x T, from -1 to 1; the diagonal is not used
   * @param random draws a permutation of the tasks for each task
   * @return T weights of at least 1, all 1 if no cosine is below its target
   * @throws IllegalArgumentException if the matrix is not a Gramian, or a target is out of range
   */
  public static double[] weights(double[][] gramian, double[][] targets, RandomGenerator random) {
    return surgery(gramian, targets, random).weights();
  }

  static Surgery surgery(double[][] gramian, double[][] targets, RandomGenerator random) {
    GramianCheck.check(gramian);
    int tasks = gramian.length;
    check(targets, tasks);
    double[] weights = new double[tasks];
    double[][] cosines = new double[tasks][tasks];
    for (int task = 0; task < tasks; task++) {
      int[] order = Permutation.of(tasks, random);
      double[] c = coefficients(task, gramian, targets[task], order, cosines[task]);
      Arrays.setAll(weights, t -> weights[t] + c[t]);
    }
    return new Surgery(weights, cosines);
  }

  private static void check(double[][] targets, int tasks) {
    boolean square =
        targets.length == tasks && Arrays.stream(targets).allMatch(row -> row.length == tasks);
    if (!square
        || !Arrays.stream(targets)
            .flatMapToDouble(Arrays::stream)
            .allMatch(t -> t >= -1 && t <= 1)) {
      throw new IllegalArgumentException(
          "targets: found "
              + Arrays.deepToString(targets)
              + ", expected "
              + tasks
              + " x "
              + tasks
              + " numbers from -1 to 1");
    }
  }

  /** The coefficients of v_i; writes the cosines that were found. */
  private static double[] coefficients(
      int task, double[][] gramian, double[] targets, int[] order, double[] cosines) {
    double[] c = new double[gramian.length];
    c[task] = 1;
    Arrays.fill(cosines, Double.NaN);
    for (int other : order) {
      double length = length(gramian, c);
      double otherLength = Math.sqrt(gramian[other][other]);
      if (other == task || length == 0 || otherLength == 0) {
        continue;
      }
      double cosine = Vectors.dot(gramian[other], c) / length / otherLength;
      cosines[other] = Math.max(-1, Math.min(1, cosine));
      if (cosines[other] < targets[other]) {
        double needed = multiple(cosines[other], targets[other]);
        c[other] += needed * length / otherLength;
      }
    }
    return c;
  }

  /** The multiple of a unit vector that changes the cosine of another one with it. */
  private static double multiple(double cosine, double target) {
    double targetSine = sine(target);
    return (target * sine(cosine) - cosine * targetSine) / Math.max(targetSine, MIN_SINE);
  }

  private static double sine(double cosine) {
    return Math.sqrt((1 - cosine) * (1 + cosine));
  }

  /** The length of J'c; 0 if it is a rounding error. */
  private static double length(double[][] gramian, double[] c) {
    double terms = 0;
    for (int t = 0; t < c.length; t++) {
      terms += Math.abs(c[t]) * Math.sqrt(gramian[t][t]);
    }
    double length = Math.sqrt(Vectors.squaredLength(gramian, c));
    return length > NO_LENGTH * terms ? length : 0;
  }
}
