package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;

/**
 * The result of an aggregation. The trunk is updated against the direction; task-specific
 * parameters are updated against the gradient of their task times its head weight.
 */
public sealed interface Update {
  /** The factor on the gradient of each task's own parameters. */
  double[] headWeights();

  /** The weight of each task's gradient; empty if the direction is not given by weights. */
  Optional<double[]> taskWeights();

  /**
   * The weighted sum of the task gradients as direction.
   *
   * @param weights one per task
   * @param headWeights one per task
   */
  record Weights(double[] weights, double[] headWeights) implements Update {
    @Override
    public Optional<double[]> taskWeights() {
      return Optional.of(weights.clone());
    }
  }

  /**
   * The weighted sum of the task gradients as direction, with weights that were computed on the
   * device and are not read within the step.
   *
   * @param weights (K), of any floating-point type
   * @param scaledHeads whether the gradients of task-specific parameters are scaled by the same
   *     weights; otherwise they are not scaled
   */
  record DeviceWeights(NDArray weights, boolean scaledHeads) implements Update {
    @Override
    public double[] headWeights() {
      return scaledHeads ? read() : ones(Math.toIntExact(weights.size()));
    }

    @Override
    public Optional<double[]> taskWeights() {
      return Optional.of(read());
    }

    private double[] read() {
      return weights.toType(DataType.FLOAT64, false).toDoubleArray();
    }
  }

  /**
   * An explicit direction.
   *
   * @param direction (P)
   * @param headWeights one per task
   */
  record Direction(NDArray direction, double[] headWeights) implements Update {
    @Override
    public Optional<double[]> taskWeights() {
      return Optional.empty();
    }
  }

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
    return new Weights(weights, ones(weights.length));
  }

  /** A direction for the trunk, with separate factors for task-specific parameters. */
  static Update direction(NDArray direction, double[] headWeights) {
    return new Direction(direction, headWeights);
  }

  private static double[] ones(int tasks) {
    double[] ones = new double[tasks];
    Arrays.fill(ones, 1);
    return ones;
  }
}
