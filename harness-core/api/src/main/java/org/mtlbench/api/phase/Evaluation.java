package org.mtlbench.api.phase;

import java.util.Arrays;

/**
 * The metrics and losses of a model on a split.
 *
 * @param metrics values of the metrics of each task, both in the dataset's order; NaN if a metric
 *     is undefined
 * @param losses mean loss of each task
 */
public record Evaluation(double[][] metrics, double[] losses) {

  public Evaluation {
    if (metrics.length != losses.length) {
      throw new IllegalArgumentException(
          metrics.length + " tasks with metrics, but " + losses.length + " with a loss");
    }
  }

  /** The value of each task's primary metric. */
  public double[] primary() {
    return Arrays.stream(metrics).mapToDouble(values -> values[0]).toArray();
  }
}
