package org.mtlbench.methods.epo;

import java.util.Arrays;
import org.mtlbench.methods.convex.GramianCheck;
import org.mtlbench.methods.convex.MinNormPoint;
import org.mtlbench.methods.convex.Vectors;

/** EPO as a function: convex weights of the task gradients for a preference ray. */
public final class Epo {
  private Epo() {}

  /**
   * The weights of a step of exact Pareto optimal search (Mahapatra and Rajan 2020, equation 24),
   * with the non-uniformity mu and the anchor a of {@link Balance}:
   *
   * <ul>
   *   <li>Balance, if mu is above the tolerance: alpha maximises a'G alpha, the rate at which mu
   *       falls. If (G a)_t is above 0 for some task, the tasks with the largest r_t L_t must not
   *       increase, the others with (G a)_t up to 0 not faster than along -J'a, and those with (G
   *       a)_t above 0 are free; otherwise no loss may increase.
   *   <li>Descent, otherwise: alpha maximises the sum of G alpha, where no loss may increase, and
   *       a'G alpha is at least min(0, max G a), which is the restricted form of the paper.
   * </ul>
   *
   * If rounding leaves no weights that meet the bounds, the result is the minimum-norm point, along
   * which no loss increases. For the contract of such functions see {@link org.mtlbench.methods}.
   *
   * @param gramian G, T x T
   * @param losses T finite numbers; numbers below 0 count as 0
   * @param preference r, T numbers above 0; scaling it scales the ascent that a balancing step
   *     allows
   * @param tolerance of mu, at least 0
   * @return alpha, T weights of at least 0 and of sum 1
   * @throws IllegalArgumentException if the matrix is not a Gramian, or the numbers of losses,
   *     preferences and tasks differ
   */
  public static double[] weights(
      double[][] gramian, double[] losses, double[] preference, double tolerance) {
    GramianCheck.check(gramian);
    int tasks = gramian.length;
    if (losses.length != tasks || preference.length != tasks) {
      throw new IllegalArgumentException(
          "found "
              + losses.length
              + " losses and "
              + preference.length
              + " preferences, expected "
              + tasks
              + " of each, one per task");
    }
    Balance balance = Balance.of(losses, preference);
    double[] slopes = Vectors.times(gramian, balance.anchor());
    GainProgram program = new GainProgram(gramian);
    double[] objective =
        balance.nonUniformity() > tolerance
            ? balancing(program, slopes, balance.worst())
            : descending(program, slopes, gramian);
    return program.maximise(objective).orElseGet(() -> MinNormPoint.of(gramian));
  }

  private static double[] balancing(GainProgram program, double[] slopes, boolean[] worst) {
    boolean improves = Arrays.stream(slopes).anyMatch(slope -> slope > 0);
    for (int t = 0; t < slopes.length; t++) {
      if (!improves || worst[t]) {
        program.requireGain(t, 0);
      } else if (slopes[t] <= 0) {
        program.requireGain(t, slopes[t]);
      }
    }
    return slopes;
  }

  private static double[] descending(GainProgram program, double[] slopes, double[][] gramian) {
    for (int t = 0; t < slopes.length; t++) {
      program.requireGain(t, 0);
    }
    program.requireSum(slopes, Math.min(0, Arrays.stream(slopes).max().orElseThrow()));
    return Arrays.stream(gramian).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }
}
