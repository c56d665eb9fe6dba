package org.mtlbench.results.score;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.results.check.Check;

/**
 * A task of a dataset.
 *
 * @param name name, unique within the dataset
 * @param target the target in words, for example {@code 10 classes}
 * @param loss id of the training loss
 * @param metrics metrics of the task, at least one, ids distinct; the first is the primary metric
 */
public record TaskRecord(String name, String target, String loss, List<MetricRecord> metrics) {
  /** Checks for null and duplicate ids. */
  public TaskRecord {
    Check.text("task.name", name);
    Check.text("task.target", target);
    Check.text("task.loss", loss);
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw Check.rejected("task.metrics", "none", "at least one metric");
    }
    Set<String> ids = new HashSet<>();
    for (MetricRecord metric : metrics) {
      if (!ids.add(metric.id())) {
        throw Check.rejected("task.metrics", metric.id() + " twice", "distinct ids");
      }
    }
  }

  /** The primary metric, used for headlines and model selection. */
  public MetricRecord primary() {
    return metrics.get(0);
  }

  /** The metric with an id. */
  public Optional<MetricRecord> metric(String id) {
    return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }
}
