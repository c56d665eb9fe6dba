package org.mtlbench.toolbox.training;

/** Means of the task losses over all labels of an epoch. */
public final class MeanLosses {
  private final double[] sums;
  private final double[] counts;

  /**
   * Starts at zero.
   *
   * @param tasks number of tasks
   */
  public MeanLosses(int tasks) {
    sums = new double[tasks];
    counts = new double[tasks];
  }

  /**
   * Adds a batch.
   *
   * @param losses mean loss of each task
   * @param labels number of labels of each mean, see {@link Batch#counts}
   */
  public void add(double[] losses, double[] labels) {
    for (int t = 0; t < sums.length; t++) {
      sums[t] += losses[t] * labels[t];
      counts[t] += labels[t];
    }
  }

  /** The means so far; NaN for a task without labels. */
  public double[] means() {
    double[] means = new double[sums.length];
    for (int t = 0; t < means.length; t++) {
      means[t] = sums[t] / counts[t];
    }
    return means;
  }
}
