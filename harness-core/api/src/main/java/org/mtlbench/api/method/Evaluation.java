package org.mtlbench.api.method;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.dataset.Task;

/**
 * How a model does on a split.
 *
 * @param metrics each task's metric, in the dataset's order; accuracies in [0, 1]
 * @param losses each task's mean loss
 */
public record Evaluation(double[] metrics, double[] losses) {
  /** The mean of the tasks' metrics. */
  public double mean() {
    return Arrays.stream(metrics).average().orElse(Double.NaN);
  }

  /**
   * What selection maximises: the mean metric, with the sign of metrics that are better when lower
   * turned.
   */
  public double score(List<Task> tasks) {
    double sum = 0;
    for (int t = 0; t < metrics.length; t++) {
      sum += tasks.get(t).metric().higherIsBetter() ? metrics[t] : -metrics[t];
    }
    return sum / metrics.length;
  }
}
