package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.toolbox.gradient.ScalarMath;

/**
 * Handling of masks for missing labels in losses and metrics. Masks are boolean, true where there
 * is a label.
 */
public final class Masks {
  private Masks() {}

  /**
   * A mask broadcast to the shape of an array.
   *
   * @param mask of the array's shape, or of this shape without axis 1, or with length 1 along axis
   *     1
   */
  public static NDArray broadcast(NDArray mask, Shape shape) {
    if (mask.getShape().equals(shape)) {
      return mask;
    }
    boolean lacksAxis = mask.getShape().dimension() < shape.dimension();
    return (lacksAxis ? mask.expandDims(1) : mask).broadcast(shape);
  }

  /**
   * The mask of vectors along axis 1: a vector is present if all of its components are.
   *
   * @param dimensions number of dimensions of the array of vectors
   */
  public static NDArray ofVectors(NDArray mask, int dimensions) {
    if (mask.getShape().dimension() < dimensions) {
      return mask;
    }
    return mask.toType(DataType.INT32, false).min(new int[] {1}).toType(DataType.BOOLEAN, false);
  }

  /** An array with all missing labels replaced by a value. */
  public static NDArray fill(NDArray array, NDArray mask, double value) {
    NDArray filler = ScalarMath.scalar(array, value);
    return NDArrays.where(broadcast(mask, array.getShape()), array, filler);
  }

  /**
   * The mean over the labels that are present; 0, with a gradient of 0, if there are none.
   *
   * @param losses finite everywhere: the gradient of a missing label is 0 times a derivative
   */
  public static NDArray mean(NDArray losses, NDArray mask) {
    NDArray count = broadcast(mask, losses.getShape()).toType(DataType.INT64, false).sum();
    NDArray divisor = ScalarMath.atLeast(count.toType(losses.getDataType(), false), 1);
    return fill(losses, mask, 0).sum().div(divisor);
  }
}
