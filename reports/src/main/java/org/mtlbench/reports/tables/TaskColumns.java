package org.mtlbench.reports.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** How many there are. */
  int count() {
    return tasks.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** What a column shows, counted from 0. */
  String header(int column) {
    return named ? tasks.values().iterator().next().get(column) : "Task " + (column + 1);
  }

  /** A column's id, as {@code accuracy-task1}. */
  static String id(String measure, int column) {
    return measure + "-task" + (column + 1);
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

  /** The task of a dataset in a column, counted from 0. */
  Optional<String> task(String dataset, int column) {
    List<String> names = tasks.getOrDefault(dataset, List.of());
    return column < names.size() ? Optional.of(names.get(column)) : Optional.empty();
  }

  /** The tasks of a dataset in order; empty if it has no result. */
  List<String> of(String dataset) {
    return tasks.getOrDefault(dataset, List.of());
  }

  /** A row's test accuracies in a column, in percent. */
  Optional<Summary> accuracy(SeedGroup group, int column) {
    return task(group.cell().dataset(), column)
        .flatMap(task -> group.summary(Measures.accuracy(task)));
  }
}
