package org.mtlbench.methods.kdmtl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.mtlbench.toolbox.gradient.ScalarMath;

/** The distance between the directions of two features, independent of their lengths. */
final class FeatureDistance {
  private static final int[] WIDTH = {1};

  /** Rows with a smaller squared norm count as zero; bounds the gradient by 1e6. */
  private static final float MIN_SQUARE = 1e-12f;

  private FeatureDistance() {}

  /**
   * Mean over the batch of ||n(a) - n(b)||^2 (Li and Bilen 2020), n(x) = x / ||x||; a zero row
   * stays zero and has a zero gradient. A spatial feature counts as one row per example.
   *
   * @param a (B, d) or (B, d, H, W)
   * @param b like a
   * @return a scalar, at most 4
   */
  static NDArray of(NDArray a, NDArray b) {
    return normalised(flat(a)).sub(normalised(flat(b))).square().sum(WIDTH).mean();
  }

  private static NDArray flat(NDArray feature) {
    return feature.getShape().dimension() == 2
        ? feature
        : feature.reshape(feature.getShape().get(0), -1);
  }

  /** The rows normalised to length 1, (B, d); zero rows stay zero. */
  static NDArray normalised(NDArray rows) {
    NDArray squares = rows.square().sum(WIDTH, true);
    NDArray positive =
        squares.gt(ScalarMath.scalar(squares, MIN_SQUARE)).toType(DataType.FLOAT32, false);
    // Avoids the square root at 0, whose derivative is infinite.
    NDArray norms = squares.mul(positive).add(ScalarMath.add(positive.neg(), 1)).sqrt();
    return rows.mul(positive).div(norms);
  }
}
