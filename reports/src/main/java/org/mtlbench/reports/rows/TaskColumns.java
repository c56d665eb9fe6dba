package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * The score columns of a table, one per task and metric. If all datasets have the same tasks,
 * headers use the task names; otherwise tasks are numbered and a caption lists their names. Headers
 * name the metric unless all tasks have one and the same. Metrics that differ in any property, for
 * example the unit, never share a column.
 */
public final class TaskColumns {
  private static final int MAX_IMPORTANT_TASKS = 6;

  private final Map<String, List<TaskRecord>> tasks;
  private final boolean named;
  private final boolean plain;

  /**
   * Creates the columns.
   *
   * @param tasksByDataset tasks of each dataset by its id, in order
   */
  public TaskColumns(Map<String, List<TaskRecord>> tasksByDataset) {
    this.tasks = new LinkedHashMap<>(tasksByDataset);
    this.named = tasks.values().stream().map(TaskColumns::names).distinct().count() <= 1;
    this.plain =
        tasks.values().stream().flatMap(List::stream).map(TaskRecord::metrics).distinct().count()
                <= 1
            && tasks.values().stream()
                .flatMap(List::stream)
                .allMatch(task -> task.metrics().size() == 1);
  }

  private static List<String> names(List<TaskRecord> tasks) {
    return tasks.stream().map(TaskRecord::name).toList();
  }

  /** The largest number of tasks of a dataset. */
  public int count() {
    return tasks.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Whether all tasks have one and the same metric. */
  public boolean plain() {
    return plain;
  }

  /** The columns of all tasks, in order. */
  public List<TaskColumn> columns() {
    return IntStream.range(0, count()).boxed().flatMap(i -> columns(i).stream()).toList();
  }

  /** The columns of the tasks with an index, counted from 0; primary metrics come first. */
  public List<TaskColumn> columns(int index) {
    List<MetricRecord> metrics = new ArrayList<>();
    tasks.values().stream()
        .filter(list -> index < list.size())
        .flatMap(list -> list.get(index).metrics().stream())
        .filter(metric -> !metrics.contains(metric))
        .forEach(metrics::add);
    return metrics.stream().map(metric -> new TaskColumn(index, metric)).toList();
  }

  /** A caption with the names of numbered tasks; empty if the headers name the tasks. */
  public Optional<Text> caption() {
    if (named) {
      return Optional.empty();
    }
    List<String> parts =
        tasks.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", names(entry.getValue())))
            .toList();
    return Optional.of(Text.of("Tasks in their order: " + String.join("; ", parts) + "."));
  }

  /** The tasks of a dataset in order; empty if it has no result. */
  List<TaskRecord> of(String dataset) {
    return tasks.getOrDefault(dataset, List.of());
  }

  /** The name of the tasks with an index in headers. */
  public String name(int index) {
    return named ? tasks.values().iterator().next().get(index).name() : "Task " + (index + 1);
  }

  /** The task of a dataset with an index, if it has that many. */
  public Optional<TaskRecord> task(String dataset, int index) {
    List<TaskRecord> known = of(dataset);
    return index < known.size() ? Optional.of(known.get(index)) : Optional.empty();
  }

  /** A column: one metric of one task of each dataset. */
  public final class TaskColumn {
    private final int index;
    private final MetricRecord metric;

    private TaskColumn(int index, MetricRecord metric) {
      this.index = index;
      this.metric = metric;
    }

    /**
     * Whether the column is shown where there is not space for all: that of a primary metric of one
     * of the first tasks.
     */
    public boolean isImportant() {
      return index < MAX_IMPORTANT_TASKS
          && tasks.values().stream()
              .filter(list -> index < list.size())
              .anyMatch(list -> list.get(index).primary().equals(metric));
    }

    /** The header without the unit. */
    public String name() {
      return TaskColumns.this.name(index) + (plain ? "" : " " + metric.title());
    }

    /** The header. */
    public String header() {
      return metric.withUnit(name());
    }

    /** The id: {@code accuracy-task1}. */
    public String id() {
      return id(metric.id());
    }

    /** The id of a related column: {@code difference-accuracy-task1}. */
    public String id(String what) {
      return what + "-task" + (index + 1);
    }

    /** The metric. */
    public MetricRecord metric() {
      return metric;
    }

    /** The score of a dataset that the column shows, if the dataset has it. */
    public Optional<TaskMetric> score(String dataset) {
      return task(dataset, index)
          .filter(task -> task.metrics().contains(metric))
          .map(task -> new TaskMetric(task.name(), metric));
    }

    /** The value of a row on the test split over its seeds. */
    public Optional<Summary> test(SeedGroup group) {
      return score(group.cell().dataset()).flatMap(score -> group.summary(score::test));
    }

    /** The entry of a row. */
    public Entry entry(SeedGroup group) {
      return NumberFormats.measured(test(group), metric);
    }
  }
}
