package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import org.mtlbench.toolbox.gradient.ScalarMath;

/** The cosine of the angle between vectors along axis 1. */
public final class CosineSimilarity {
  /** Lower bound of norms, as in PyTorch; the zero vector is orthogonal to all vectors. */
  private static final double MIN_NORM = 1e-8;

  private CosineSimilarity() {}

  /**
   * The cosines of pairs of vectors.
   *
   * @param a (N, width) or (N, channels, H, W)
   * @param b of the same shape
   * @return (N) or (N, H, W)
   */
  public static NDArray of(NDArray a, NDArray b) {
    return a.mul(b).sum(new int[] {1}).div(norm(a).mul(norm(b)));
  }

  private static NDArray norm(NDArray vectors) {
    // The bound is applied before the square root, whose derivative at 0 is infinite.
    return ScalarMath.atLeast(vectors.square().sum(new int[] {1}), MIN_NORM * MIN_NORM).sqrt();
  }
}
