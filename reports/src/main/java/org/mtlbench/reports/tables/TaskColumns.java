package org.mtlbench.reports.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

/**
 * The columns of accuracies per task. Where all datasets have the same tasks, they bear the tasks'
 * names; otherwise they are numbered, and a caption says which task is which.
 */
final class TaskColumns {
  private final Map<String, List<String>> tasks = new LinkedHashMap<>();
  private final boolean named;

  TaskColumns(Map<String, Set<String>> tasksByDataset) {
    tasksByDataset.forEach((dataset, names) -> tasks.put(dataset, List.copyOf(names)));
    this.named = tasks.values().stream().distinct().count() <= 1;
  }

  private int count() {
    return tasks.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** The columns in order. */
  List<TaskColumn> columns() {
    return IntStream.range(0, count()).mapToObj(this::column).toList();
  }

  /** The column of the tasks with an index, counted from 0. */
  TaskColumn column(int index) {
    return new TaskColumn(index);
  }

  /** Which task is which; empty if the headers say it. */
  Optional<Text> caption() {
    if (named) {
      return Optional.empty();
    }
    List<String> parts =
        tasks.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .toList();
    return Optional.of(Text.of("Tasks in their order: " + String.join("; ", parts) + "."));
  }

  /** The tasks of a dataset in order; empty if it has no result. */
  List<String> of(String dataset) {
    return tasks.getOrDefault(dataset, List.of());
  }

  /** A column: one task of each dataset. */
  final class TaskColumn {
    private final int index;

    private TaskColumn(int index) {
      this.index = index;
    }

    /** What it shows. */
    String header() {
      return named ? tasks.values().iterator().next().get(index) : "Task " + (index + 1);
    }

    /** Its id for a measure, as {@code accuracy-task1}. */
    String id(String measure) {
      return measure + "-task" + (index + 1);
    }

    /** The name of the task of a dataset, if it has so many. */
    Optional<String> name(String dataset) {
      List<String> names = of(dataset);
      return index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
    }

    /** A row's test accuracy, in percent. */
    Optional<Summary> accuracy(SeedGroup group) {
      return name(group.cell().dataset()).flatMap(task -> group.summary(Measures.accuracy(task)));
    }
  }
}
