package org.mtlbench.results.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * The metrics of each task on one split, in the units of the metrics. Tasks and metrics keep their
 * order; the first metric of a task is its primary metric. An undefined metric, for example without
 * labels, is absent. In JSON: an object from task name to an object from metric id to number.
 */
public record Scores(Map<String, Map<String, Double>> byTask) {
  private static final Scores NONE = new Scores(Map.of());

  /**
   * Makes an unmodifiable copy in the given order.
   *
   * @throws IllegalArgumentException if a name is blank or a value is NaN or infinite
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Scores {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    Objects.requireNonNull(byTask, "scores")
        .forEach((task, metrics) -> copy.put(Check.text("task", task), checked(task, metrics)));
    byTask = Check.ordered(copy);
  }

  private static Map<String, Double> checked(String task, Map<String, Double> metrics) {
    Map<String, Double> copy = Check.ordered(Objects.requireNonNull(metrics, task));
    copy.forEach(
        (metric, value) -> {
          Check.text("metric of " + task, metric);
          Check.finite(task + "." + metric, Objects.requireNonNull(value, metric));
        });
    return copy;
  }

  /** Scores without any values. */
  public static Scores none() {
    return NONE;
  }

  /** Scores with one metric, the same for every task. */
  public static Scores of(String metric, TaskValues values) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    values.byTask().forEach((task, value) -> scores.put(task, Map.of(metric, value)));
    return new Scores(scores);
  }

  /** Like the constructor, but omits values that are NaN or infinite. */
  public static Scores ofFinite(Map<String, Map<String, Double>> values) {
    Map<String, Map<String, Double>> finite = new LinkedHashMap<>();
    values.forEach(
        (task, metrics) -> {
          Map<String, Double> kept = new LinkedHashMap<>(metrics);
          kept.values().removeIf(value -> !Double.isFinite(value));
          finite.put(task, kept);
        });
    return new Scores(finite);
  }

  /** Values by task and metric id, in order; the JSON form. */
  @Override
  @JsonValue
  public Map<String, Map<String, Double>> byTask() {
    return byTask;
  }

  /** The names of the tasks, in order. */
  public List<String> tasks() {
    return List.copyOf(byTask.keySet());
  }

  /** The metrics of a task by id, in order; empty if the task has none. */
  public Map<String, Double> metrics(String task) {
    return byTask.getOrDefault(task, Map.of());
  }

  /** A metric of a task; absent if it is undefined or unknown. */
  public Optional<Double> find(String task, String metric) {
    return Optional.ofNullable(metrics(task).get(metric));
  }

  /** The value of a metric for each task that has it, in order. */
  public TaskValues values(String metric) {
    Map<String, Double> values = new LinkedHashMap<>();
    byTask.forEach(
        (task, metrics) -> {
          if (metrics.containsKey(metric)) {
            values.put(task, metrics.get(metric));
          }
        });
    return new TaskValues(values);
  }

  /** Whether no task has a value. */
  public boolean isEmpty() {
    return byTask.values().stream().allMatch(Map::isEmpty);
  }
}
