package org.mtlbench.methods.ours.growl;

import java.util.Arrays;

/** A validated vector of GrOWL weights, and the ranking that assigns them to rows. Immutable. */
final class OrderedWeights {
  private final double[] theta;

  /**
   * Keeps {@code scale * theta}.
   *
   * @throws IllegalArgumentException if the weights are not finite, non-negative and non-increasing
   *     or the scale is not finite and non-negative
   */
  OrderedWeights(double[] theta, double scale) {
    if (!(scale >= 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "the step is " + scale + ", but must be a finite number of at least 0");
    }
    double previous = Double.MAX_VALUE;
    for (int i = 0; i < theta.length; i++) {
      if (!(theta[i] >= 0 && theta[i] <= previous)) {
        throw new IllegalArgumentException(
            "theta["
                + i
                + "] is "
                + theta[i]
                + ", but the weights must be finite, at least 0 and non-increasing");
      }
      previous = theta[i];
    }
    this.theta = Arrays.stream(theta).map(weight -> scale * weight).toArray();
  }

  int size() {
    return theta.length;
  }

  /** The weight of a rank, counted from 0. */
  double get(int rank) {
    return theta[rank];
  }

  /**
   * The rows in order of decreasing norm; rows of equal norm keep their order.
   *
   * @param norms one norm per weight
   * @return a new array: entry 0 is the index of the row with the largest norm
   * @throws IllegalArgumentException if the number of norms differs, or a norm is negative, NaN or
   *     infinite
   */
  int[] ranking(double[] norms) {
    if (norms.length != theta.length) {
      throw new IllegalArgumentException(
          "there are " + norms.length + " row norms for " + theta.length + " weights");
    }
    for (int i = 0; i < norms.length; i++) {
      if (!(norms[i] >= 0) || Double.isInfinite(norms[i])) {
        throw new IllegalArgumentException(
            "the norm of row "
                + i
                + " is "
                + norms[i]
                + ", but must be a finite number of at least 0");
      }
    }
    return DescendingOrder.of(norms);
  }
}
