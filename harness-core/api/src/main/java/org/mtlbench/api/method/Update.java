package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/**
 * The result of an aggregation. The trunk is updated against the direction; task-specific
 * parameters are updated against the gradient of their task times its head weight.
 */
public sealed interface Update {
  /** The factor on the gradient of each task's own parameters. */
  double[] headWeights();

  /**
   * The weighted sum of the task gradients as direction.
   *
   * @param weights one per task
   * @param headWeights one per task
   */
  record Weights(double[] weights, double[] headWeights) implements Update {}

  /**
   * An explicit direction.
   *
   * @param direction (P)
   * @param headWeights one per task
   */
  record Direction(NDArray direction, double[] headWeights) implements Update {}

  /** A weighted sum for the trunk, with the same factors for task-specific parameters. */
  static Update weights(double[] weights) {
    return new Weights(weights, weights);
  }

  /** A weighted sum for the trunk, with separate factors for task-specific parameters. */
  static Update weights(double[] weights, double[] headWeights) {
    return new Weights(weights, headWeights);
  }

  /**
   * A weighted sum for the trunk; task-specific parameters use the unscaled gradient of their task,
   * as in methods that are defined on the trunk only.
   */
  static Update ofTrunk(double[] weights) {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    return new Weights(weights, ones);
  }

  /** A direction for the trunk, with separate factors for task-specific parameters. */
  static Update direction(NDArray direction, double[] headWeights) {
    return new Direction(direction, headWeights);
  }
}
