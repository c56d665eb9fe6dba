package org.mtlbench.methods.ours;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;

/**
 * The H that counts for lambda's update: that of the epoch with the best validation score of the
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
    // no method reference: it would hold on to the array that is there now
    registry.numbers(
        name + "/h", () -> bestConstraints.clone(), values -> bestConstraints = values.clone());
    registry.numbers(
        name + "/best-score", () -> new double[] {bestScore}, values -> bestScore = values[0]);
  }

  AugmentedLagrangian lagrangian() {
    return lagrangian;
  }

  /**
   * Offers an epoch's H.
   *
   * @param sums H_i summed over the epoch's batches
   * @param batches how many they were
   * @param score the epoch's mean validation metric, after prox or sharing
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
