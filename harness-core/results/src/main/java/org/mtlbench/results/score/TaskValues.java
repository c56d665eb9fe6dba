package org.mtlbench.results.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * One finite number per task, in the order of the dataset's tasks; may be empty. In JSON: an object
 * from task name to number.
 */
public record TaskValues(Map<String, Double> byTask) {
  private static final TaskValues NONE = new TaskValues(Map.of());

  /**
   * Makes an unmodifiable copy in the given order.
   *
   * @throws IllegalArgumentException if a name is blank or a value is NaN or infinite
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TaskValues {
    byTask = Check.ordered(Objects.requireNonNull(byTask, "values by task"));
    byTask.forEach(
        (task, value) -> {
          Check.text("task", task);
          Check.finite(task, Objects.requireNonNull(value, task));
        });
  }

  /** Empty values. */
  public static TaskValues none() {
    return NONE;
  }

  /**
   * Values of the given tasks.
   *
   * @param tasks distinct names
   * @param values as many, finite
   * @throws IllegalArgumentException if the lengths differ, a name repeats or a value is NaN or
   *     infinite
   */
  public static TaskValues of(List<String> tasks, double[] values) {
    checkLengths(tasks, values);
    Map<String, Double> byTask = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (byTask.put(tasks.get(i), values[i]) != null) {
        throw Check.rejected("tasks", tasks, "distinct names");
      }
    }
    return new TaskValues(byTask);
  }

  /**
   * As {@link #of}, but omits tasks whose value is NaN or infinite, for events of a diverging run.
   */
  public static TaskValues ofFinite(List<String> tasks, double[] values) {
    checkLengths(tasks, values);
    Map<String, Double> byTask = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        byTask.put(tasks.get(i), values[i]);
      }
    }
    return new TaskValues(byTask);
  }

  private static void checkLengths(List<String> tasks, double[] values) {
    if (tasks.size() != values.length) {
      throw Check.rejected("values", values.length + " values", "one for each of " + tasks);
    }
  }

  /** Values by task, in task order; the JSON form. */
  @Override
  @JsonValue
  public Map<String, Double> byTask() {
    return byTask;
  }

  /** The names of the tasks that have a value, in order. */
  public List<String> tasks() {
    return List.copyOf(byTask.keySet());
  }

  /**
   * The value of a task.
   *
   * @throws IllegalArgumentException if the task has none
   */
  public double get(String task) {
    Double value = byTask.get(task);
    if (value == null) {
      throw Check.rejected("task", task, String.join(", ", byTask.keySet()));
    }
    return value;
  }

  /** Whether no task has a value. */
  public boolean isEmpty() {
    return byTask.isEmpty();
  }

  /**
   * The unweighted mean over the tasks.
   *
   * @throws IllegalStateException if there are none
   */
  public double mean() {
    return byTask.values().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow(() -> new IllegalStateException("no task has a value"));
  }
}
