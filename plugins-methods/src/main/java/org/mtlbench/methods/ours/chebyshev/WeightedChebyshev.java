package org.mtlbench.methods.ours.chebyshev;

import java.util.Arrays;

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

  /**
   * H_i for each objective.
   *
   * @param objectives L_i
   */
  public double[] values(double[] objectives, double t) {
    double sum = 0;
    for (int i = 0; i < objectives.length; i++) {
      sum += objectives[i] - reference[i];
    }
    double[] h = new double[objectives.length];
    for (int i = 0; i < h.length; i++) {
      h[i] = preference[i] * (objectives[i] - reference[i] + EPS * sum) - t;
    }
    return h;
  }

  /**
   * The derivative of sum_i c_i H_i by each L_j: c_j k_j + eps sum_i c_i k_i.
   *
   * @param factors c_i
   */
  public double[] pullBack(double[] factors) {
    double[] weights = new double[factors.length];
    for (int i = 0; i < factors.length; i++) {
      weights[i] = factors[i] * preference[i];
    }
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] += EPS * sum;
    }
    return weights;
  }
}
