package org.mtlbench.toolbox.training;

/** Means of the task losses over the examples of an epoch. */
public final class MeanLosses {
  private final double[] sums;
  private long examples;

  /**
   * Starts at zero.
   *
   * @param tasks number of tasks
   */
  public MeanLosses(int tasks) {
    sums = new double[tasks];
  }

  /** Adds a batch's mean losses. */
  public void add(double[] losses, int batchSize) {
    for (int t = 0; t < sums.length; t++) {
      sums[t] += losses[t] * batchSize;
    }
    examples += batchSize;
  }

  /** The means so far; not a number before the first batch. */
  public double[] means() {
    double[] means = new double[sums.length];
    for (int t = 0; t < means.length; t++) {
      means[t] = sums[t] / examples;
    }
    return means;
  }
}
