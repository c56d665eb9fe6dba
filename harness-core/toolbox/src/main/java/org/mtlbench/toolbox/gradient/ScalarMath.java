package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Operations of a tensor and a number that a backward pass may follow.
 *
 * <p>DJL's own {@code array.mul(number)}, {@code div}, {@code pow}, {@code minimum} and {@code
 * maximum} put the number into a buffer of the Java heap's cleaner and drop it before they return.
 * The graph keeps the address: a garbage collection before the backward pass frees the number, and
 * the gradient is multiplied by whatever is there then. Here the number is a tensor that lives as
 * long as the array's manager or the {@link ai.djl.ndarray.NDScope} around the step. {@code
 * add(number)} and {@code sub(number)} are safe, since their derivative does not read the number.
 */
public final class ScalarMath {
  private ScalarMath() {}

  /** {@code factor * array}, of the array's type and shape. */
  public static NDArray multiply(NDArray array, double factor) {
    return array.mul(scalar(array, factor));
  }

  /** The smaller of each element and a bound, of the array's type and shape. */
  public static NDArray atMost(NDArray array, double bound) {
    return array.minimum(scalar(array, bound));
  }

  /** The larger of each element and a bound, of the array's type and shape. */
  public static NDArray atLeast(NDArray array, double bound) {
    return array.maximum(scalar(array, bound));
  }

  private static NDArray scalar(NDArray array, double value) {
    return array.getDataType() == DataType.FLOAT64
        ? array.getManager().create(value)
        : array.getManager().create((float) value);
  }
}
