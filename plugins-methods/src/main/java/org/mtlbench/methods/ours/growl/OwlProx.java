package org.mtlbench.methods.ours.growl;

/**
 * The exact proximal operator of the ordered weighted l1 norm on non-negative vectors:
 *
 * <pre>prox(r) = argmin over v of 1/2 ||v - r||^2 + step * sum_i theta_i |v|_[i]</pre>
 *
 * where |v|_[i] is the i-th largest magnitude. Applied to the row norms of a matrix it gives the
 * row norms of GrOWL's proximal point (Zhang et al., ICLR 2018; Bogdan et al., "SLOPE", 2015,
 * algorithm 3).
 *
 * <p>The minimiser is found by sorting r, subtracting the weights, projecting on the cone of
 * non-increasing vectors by pooling adjacent violators, clipping at 0 and undoing the sort: O(n log
 * n). All entries take part in the pooling, negative ones too; pooling the positive ones alone
 * would not give the minimiser.
 *
 * <p>The result keeps the order and the ties of the input, never exceeds it, and a zero stays
 * exactly zero. Instances are immutable.
 */
public final class OwlProx {
  private final OrderedWeights weights;

  /**
   * The operator for one vector length.
   *
   * @param theta the weights, finite, non-negative and non-increasing
   * @param step the factor of the norm, finite and at least 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public OwlProx(double[] theta, double step) {
    this.weights = new OrderedWeights(theta, step);
  }

  /**
   * The proximal point.
   *
   * @param norms finite and non-negative, as many as there are weights; not modified
   * @return a new array, in the order of the input
   * @throws IllegalArgumentException if the length or an entry is out of range
   */
  public double[] apply(double[] norms) {
    int[] order = weights.ranking(norms);
    int n = order.length;
    double[] sum = new double[n];
    int[] end = new int[n];
    int blocks = 0;
    for (int rank = 0; rank < n; rank++) {
      double blockSum = norms[order[rank]] - weights.get(rank);
      int start = rank;
      while (blocks > 0) {
        int previousStart = blocks == 1 ? 0 : end[blocks - 2];
        double previousMean = sum[blocks - 1] / (start - previousStart);
        if (previousMean > blockSum / (rank + 1 - start)) {
          break;
        }
        blocks--;
        blockSum += sum[blocks];
        start = previousStart;
      }
      sum[blocks] = blockSum;
      end[blocks] = rank + 1;
      blocks++;
    }

    double[] result = new double[n];
    int start = 0;
    for (int block = 0; block < blocks; block++) {
      double level = Math.max(0, sum[block] / (end[block] - start));
      for (int rank = start; rank < end[block]; rank++) {
        // The bound holds in exact arithmetic; rounding of a mean must not break it.
        result[order[rank]] = Math.min(level, norms[order[rank]]);
      }
      start = end[block];
    }
    return result;
  }
}
