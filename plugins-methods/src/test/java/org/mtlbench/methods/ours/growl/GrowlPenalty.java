package org.mtlbench.methods.ours.growl;

/**
 * GrOWL of a matrix, G(W) = sum_i theta_i ||w_[i]||, rows in order of decreasing norm (Zhang et
 * al., ICLR 2018), as a function of the row norms, on the host.
 */
public final class GrowlPenalty {
  private final OrderedWeights weights;

  /**
   * The penalty for one number of rows.
   *
   * @param theta the weights, finite, non-negative and non-increasing
   * @throws IllegalArgumentException if the weights are out of range
   */
  public GrowlPenalty(double[] theta) {
    this.weights = new OrderedWeights(theta, 1);
  }

  /**
   * The penalty's value.
   *
   * @param norms finite and non-negative, one per row
   * @throws IllegalArgumentException if the number of norms or one of them is out of range
   */
  public double value(double[] norms) {
    int[] order = weights.ranking(norms);
    double value = 0;
    for (int rank = 0; rank < order.length; rank++) {
      value += weights.get(rank) * norms[order[rank]];
    }
    return value;
  }

  /**
   * The derivative of the penalty by each row norm: theta at the row's rank. Among rows of equal
   * norm the one of lower index ranks first, which is one of the subgradients. The derivative by
   * the row itself is this number times w / ||w||, and 0 for a zero row.
   *
   * @param norms finite and non-negative, one per row
   * @return a new array, one coefficient per row
   * @throws IllegalArgumentException if the number of norms or one of them is out of range
   */
  public double[] coefficients(double[] norms) {
    int[] order = weights.ranking(norms);
    double[] coefficients = new double[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      coefficients[order[rank]] = weights.get(rank);
    }
    return coefficients;
  }
}
