package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/**
 * What an aggregation decided. The trunk moves against the direction; each task's own parameters
 * move against that task's gradient times its head weight.
 */
public sealed interface Update {
  /** The factor of each task's gradient of its own parameters. */
  double[] headWeights();

  /**
   * The direction is the weighted sum of the task gradients.
   *
   * @param weights one per task
   * @param headWeights one per task
   */
  record Weights(double[] weights, double[] headWeights) implements Update {}

  /**
   * The direction is given.
   *
   * @param direction (P)
   * @param headWeights one per task
   */
  record Direction(NDArray direction, double[] headWeights) implements Update {}

  /** Weighted sum for the trunk, the same factors for the tasks' own parameters. */
  static Update weights(double[] weights) {
    return new Weights(weights, weights);
  }

  /** Weighted sum for the trunk, factors of their own for the tasks' own parameters. */
  static Update weights(double[] weights, double[] headWeights) {
    return new Weights(weights, headWeights);
  }

  /**
   * Weighted sum for the trunk; the tasks' own parameters move against their task's gradient as it
   * is, as methods have it that are defined on the trunk alone.
   */
  static Update ofTrunk(double[] weights) {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    return new Weights(weights, ones);
  }

  /** A direction for the trunk, factors of their own for the tasks' own parameters. */
  static Update direction(NDArray direction, double[] headWeights) {
    return new Direction(direction, headWeights);
  }
}
