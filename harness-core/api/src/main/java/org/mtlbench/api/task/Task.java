package org.mtlbench.api.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One task of a multi-task dataset.
 *
 * @param name name in tables and records, unique within the dataset
 * @param target the target of predictions
 * @param loss training loss
 * @param metrics evaluation metrics, at least one; the first is the primary metric
 */
public record Task(String name, Target target, Loss loss, List<Metric> metrics) {

  public Task {
    metrics = List.copyOf(metrics);
    if (name.isBlank() || metrics.isEmpty()) {
      throw new IllegalArgumentException("a task must have a name and at least one metric");
    }
    if (!loss.accepts(target)) {
      throw new IllegalArgumentException(
          "task " + name + ": the loss " + loss.id() + " is not defined for " + target);
    }
    Set<String> ids = new HashSet<>();
    for (Metric metric : metrics) {
      String id = metric.info().id();
      if (!metric.accepts(target)) {
        throw new IllegalArgumentException(
            "task " + name + ": the metric " + id + " is not defined for " + target);
      }
      if (!ids.add(id)) {
        throw new IllegalArgumentException("task " + name + ": the metric " + id + " twice");
      }
    }
  }

  /** The primary metric, used for headlines and model selection. */
  public Metric primary() {
    return metrics.get(0);
  }

  /** The number of raw outputs of the network for this task. */
  public int outputs() {
    return target.outputs();
  }
}
