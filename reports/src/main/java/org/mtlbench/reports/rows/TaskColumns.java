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
 * The columns of scores, one for each metric of each task. Where all datasets have the same tasks,
 * they bear the tasks' names; otherwise they are numbered, and a caption says which task is which.
 * Headers name the metric unless all tasks have the same one and no other. Metrics that differ in
 * anything, their unit for example, never share a column.
 */
public final class TaskColumns {
  private final Map<String, List<TaskRecord>> tasks;
  private final boolean named;
  private final boolean plain;

  /**
   * The columns of some tasks.
   *
   * @param tasksByDataset the tasks of each dataset by its id, in order
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

  /** How many tasks a dataset has at most. */
  public int count() {
    return tasks.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Whether all tasks have one metric, the same. */
  public boolean plain() {
    return plain;
  }

  /** The columns of all tasks in order. */
  public List<TaskColumn> columns() {
    return IntStream.range(0, count()).boxed().flatMap(i -> columns(i).stream()).toList();
  }

  /** The columns of the tasks with an index, counted from 0; the first are of primary metrics. */
  public List<TaskColumn> columns(int index) {
    List<MetricRecord> metrics = new ArrayList<>();
    tasks.values().stream()
        .filter(list -> index < list.size())
        .flatMap(list -> list.get(index).metrics().stream())
        .filter(metric -> !metrics.contains(metric))
        .forEach(metrics::add);
    return metrics.stream().map(metric -> new TaskColumn(index, metric)).toList();
  }

  /** Which task is which; empty if the headers say it. */
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

  /** What headers call the tasks with an index. */
  public String name(int index) {
    return named ? tasks.values().iterator().next().get(index).name() : "Task " + (index + 1);
  }

  /** The task of a dataset with an index, if it has so many. */
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

    /** What it shows, without the unit. */
    public String name() {
      return TaskColumns.this.name(index) + (plain ? "" : " " + metric.title());
    }

    /** What it shows. */
    public String header() {
      return metric.withUnit(name());
    }

    /** Its id, as {@code accuracy-task1}. */
    public String id() {
      return id(metric.id());
    }

    /** The id of another column about it, as {@code difference-accuracy-task1}. */
    public String id(String what) {
      return what + "-task" + (index + 1);
    }

    /** The metric it shows. */
    public MetricRecord metric() {
      return metric;
    }

    /** The score that it shows of a dataset, if that has it. */
    public Optional<TaskMetric> score(String dataset) {
      return task(dataset, index)
          .filter(task -> task.metrics().contains(metric))
          .map(task -> new TaskMetric(task.name(), metric));
    }

    /** A row's value on the test set over its seeds. */
    public Optional<Summary> test(SeedGroup group) {
      return score(group.cell().dataset()).flatMap(score -> group.summary(score::test));
    }

    /** A row's value as it is shown. */
    public Entry entry(SeedGroup group) {
      return Figures.measured(test(group), metric);
    }
  }
}
