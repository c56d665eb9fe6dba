package org.mtlbench.methods.epo;

import java.util.Arrays;

/**
 * How far losses are from a preference ray. With the shares s_t = r_t L_t / sum_u r_u L_u:
 *
 * <pre>
 * mu  = sum_t s_t log(K s_t)
 * a_t = r_t (log(K s_t) - mu)
 * </pre>
 *
 * mu is the Kullback-Leibler divergence of the shares from equal ones, 0 on the ray r_1 L_1 = r_2
 * L_2 = ..., and a is its gradient with respect to the losses times sum_u r_u L_u.
 *
 * @param nonUniformity mu, from 0 to log K
 * @param anchor a, one number per task
 * @param worst whether r_t L_t is the largest
 */
record Balance(double nonUniformity, double[] anchor, boolean[] worst) {
  /** Keeps the logarithm of the share of a loss of 0 finite; the authors ignore such shares. */
  private static final double MIN_SHARE = Math.ulp(1.0);

  /**
   * The balance of losses.
   *
   * @param losses K finite numbers; numbers below 0 count as 0
   * @param preference r, K numbers above 0
   */
  static Balance of(double[] losses, double[] preference) {
    int tasks = losses.length;
    double[] products = new double[tasks];
    Arrays.setAll(products, t -> preference[t] * Math.max(0, losses[t]));
    double largest = Arrays.stream(products).max().orElseThrow();
    // Relative to the largest, since the sum of large losses may overflow.
    double[] relative = Arrays.stream(products).map(x -> largest > 0 ? x / largest : 1).toArray();
    double sum = Arrays.stream(relative).sum();
    double[] logs = new double[tasks];
    double mu = 0;
    for (int t = 0; t < tasks; t++) {
      double share = Math.max(MIN_SHARE, relative[t] / sum);
      logs[t] = Math.log(tasks * share);
      mu += share * logs[t];
    }
    double nonUniformity = Math.max(0, mu);
    double[] anchor = new double[tasks];
    boolean[] worst = new boolean[tasks];
    for (int t = 0; t < tasks; t++) {
      anchor[t] = preference[t] * (logs[t] - nonUniformity);
      worst[t] = relative[t] == 1;
    }
    return new Balance(nonUniformity, anchor, worst);
  }
}
