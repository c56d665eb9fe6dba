package org.mtlbench.methods.ours;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;

/**
 * Selects the H for the update of lambda: that of the epoch with the best validation score of the
 * phase so far, whatever its sparsity.
 */
final class Multipliers {
  private final AugmentedLagrangian lagrangian;
  private final LambdaUpdate update;
  private double[] bestConstraints;
  private double bestScore = Double.NEGATIVE_INFINITY;

  Multipliers(
      String name,
      AugmentedLagrangian lagrangian,
      LambdaUpdate update,
      int constraints,
      StateRegistry registry) {
    this.lagrangian = lagrangian;
    this.update = update;
    bestConstraints = new double[constraints];
    lagrangian.state(name, registry);
    // No method reference, which would capture the current array.
    registry.numbers(
        name + "/h", () -> bestConstraints.clone(), values -> bestConstraints = values.clone());
    registry.numbers(
        name + "/best-score", () -> new double[] {bestScore}, values -> bestScore = values[0]);
  }

  AugmentedLagrangian lagrangian() {
    return lagrangian;
  }

  /**
   * Considers the H of an epoch.
   *
   * @param sums H_i summed over the epoch's batches
   * @param batches number of batches
   * @param score mean validation metric of the epoch, after the proximal step or sharing
   */
  void offer(double[] sums, int batches, double score) {
    if (score > bestScore) {
      bestScore = score;
      double divisor =
          switch (update) {
            case MEAN -> batches;
            case SUM -> 1;
          };
      bestConstraints = Arrays.stream(sums).map(sum -> sum / divisor).toArray();
    }
  }

  void endIteration() {
    lagrangian.endIteration(bestConstraints);
  }
}
