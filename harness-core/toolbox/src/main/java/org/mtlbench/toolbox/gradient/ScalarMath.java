package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Operations on a tensor and a number that are safe in a recorded graph.
 *
 * <p>DJL's own {@code array.mul(number)}, {@code div}, {@code pow}, {@code minimum} and {@code
 * maximum} store the number in a direct buffer that is unreachable when they return, while the
 * graph keeps its address. A garbage collection before the backward pass frees the buffer, and the
 * gradient is multiplied by arbitrary memory content. Here the number is a tensor that lives as
 * long as the array's manager or the {@link ai.djl.ndarray.NDScope} of the step. {@code
 * add(number)} and {@code sub(number)} are safe in this respect, since their derivatives do not
 * read the number, but like all operations with a number they copy it from Java's memory, for which
 * a GPU has to wait.
 */
public final class ScalarMath {
  private ScalarMath() {}

  /** {@code factor * array}, of the array's type and shape. */
  public static NDArray multiply(NDArray array, double factor) {
    return array.mul(scalar(array, factor));
  }

  /** The minimum of each element and a bound, of the array's type and shape. */
  public static NDArray atMost(NDArray array, double bound) {
    return array.minimum(scalar(array, bound));
  }

  /** The maximum of each element and a bound, of the array's type and shape. */
  public static NDArray atLeast(NDArray array, double bound) {
    return array.maximum(scalar(array, bound));
  }

  /** {@code array + value}, of the array's type and shape. */
  public static NDArray add(NDArray array, double value) {
    return array.add(scalar(array, value));
  }

  /**
   * A number as a scalar tensor.
   *
   * @param array determines type, device and manager
   */
  public static NDArray scalar(NDArray array, double value) {
    // Filled by the device: nothing is sent from the host's memory.
    return JniUtils.full(
        (PtNDManager) array.getManager(),
        new Shape(),
        value,
        array.getDataType(),
        array.getDevice(),
        SparseFormat.DENSE);
  }
}
