package org.mtlbench.api.dataset;

import java.util.Objects;
import org.mtlbench.api.task.Target;

/**
 * One of the things a network learns at once.
 *
 * @param name the name in tables and records, unique within the dataset
 * @param outputs classes of a classification, width of a regression
 * @param loss what training minimises
 * @param metric what evaluation reports
 */
public record Task(String name, int outputs, Loss loss, Metric metric) {
  public Task {
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(metric, "metric");
    if (name.isBlank() || outputs < 1) {
      throw new IllegalArgumentException("a task needs a name and at least one output");
    }
  }

  /** What is predicted. */
  public Target target() {
    return loss == Loss.NEGATIVE_LOG_LIKELIHOOD
        ? new Target.Classes(outputs)
        : new Target.Real(outputs);
  }

  /** A classification by negative log-likelihood, judged by accuracy. */
  public static Task classification(String name, int classes) {
    return new Task(name, classes, Loss.NEGATIVE_LOG_LIKELIHOOD, Metric.ACCURACY);
  }
}
