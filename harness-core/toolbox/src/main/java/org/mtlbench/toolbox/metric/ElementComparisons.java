package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.mtlbench.toolbox.loss.CosineSimilarity;

/** Element-wise comparisons of outputs and labels. */
final class ElementComparisons {
  private ElementComparisons() {}

  /** Whether the class with the highest output is the label; classes along axis 1. */
  static NDArray hits(NDArray output, NDArray values) {
    return output.argMax(1).eq(values.toType(DataType.INT64, false));
  }

  /** Output minus label, in float64. */
  static NDArray errors(NDArray output, NDArray values) {
    return wide(output).sub(wide(values));
  }

  /**
   * Angles in degrees between vectors along axis 1, in float64: near 0, float32 has an error of
   * 0.02.
   */
  static NDArray angles(NDArray output, NDArray values) {
    NDArray cosines = CosineSimilarity.of(wide(output), wide(values));
    return cosines.clip(-1, 1).acos().mul(180 / Math.PI);
  }

  static NDArray wide(NDArray array) {
    return array.toType(DataType.FLOAT64, false);
  }
}
