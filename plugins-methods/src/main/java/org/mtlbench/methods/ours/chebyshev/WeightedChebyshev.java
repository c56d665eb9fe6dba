package org.mtlbench.methods.ours.chebyshev;

/**
 * The modified weighted Chebyshev constraints of the paper: H_i(x, t) = k_i [(L_i - a_i) + eps
 * sum_j (L_j - a_j)] - t, for the active objectives. All in float64.
 *
 * @param preference k_i of each active objective, at least 0
 * @param reference a_i of each active objective
 */
public record WeightedChebyshev(double[] preference, double[] reference) {
  /** Weight of the sum that excludes weakly Pareto optimal points. */
  static final double EPS = 1e-4;

  public WeightedChebyshev {
    if (preference.length != reference.length || preference.length == 0) {
      throw new IllegalArgumentException(
          preference.length + " preferences, " + reference.length + " reference values");
    }
  }

  /** Number of objectives. */
  public int objectives() {
    return preference.length;
  }
}
