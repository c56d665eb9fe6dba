package org.mtlbench.engine.catalogue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.plan.TaskRecords;
import org.mtlbench.toolbox.training.ConstantPredictor;

/**
 * Describes a dataset that cannot be shown as images: the columns of a table, and for each task the
 * number of labels of every split and the scores of the constant predictor.
 *
 * @param columns columns of the table; empty for other data
 * @param tasks tasks, in the dataset's order
 */
public record TableSummary(List<ColumnSummary> columns, List<TaskSummary> tasks) {
  public TableSummary {
    columns = List.copyOf(columns);
    tasks = List.copyOf(tasks);
  }

  /**
   * The summary of a task.
   *
   * @param name name of the task
   * @param target description of the target
   * @param labels number of labels by split, as text
   * @param constant scores of the constant predictor on the test split, with units
   */
  public record TaskSummary(String name, String target, List<String> labels, String constant) {
    public TaskSummary {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Summarises an open dataset.
   *
   * @param manager owner of temporary arrays
   */
  static TableSummary of(Dataset dataset, List<Task> tasks, NDManager manager) {
    double[][] scores =
        ConstantPredictor.fit(dataset, tasks, manager).scores(dataset, SplitName.TEST, manager);
    List<TaskSummary> summaries = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      Task task = tasks.get(t);
      List<String> labels = new ArrayList<>();
      for (SplitName split : SplitName.values()) {
        labels.add(labels(t, dataset.split(split), manager));
      }
      List<String> values = new ArrayList<>();
      for (int m = 0; m < task.metrics().size(); m++) {
        values.add(value(task.metrics().get(m), scores[t][m]));
      }
      summaries.add(
          new TaskSummary(
              task.name(),
              TaskRecords.of(List.of(task)).get(0).target(),
              labels,
              String.join(", ", values)));
    }
    return new TableSummary(dataset.columns(), summaries);
  }

  private static String value(Metric metric, double value) {
    MetricInfo info = metric.info();
    String unit = info.unit().isEmpty() ? "" : " " + info.unit();
    return info.title() + " " + (Double.isNaN(value) ? "undefined" : info.format(value) + unit);
  }

  /**
   * The number of known labels out of all: of examples, or of single values if examples are partly
   * labelled.
   */
  private static String labels(int task, Split split, NDManager manager) {
    try (NDScope scope = new NDScope()) {
      Labelled labels = split.range(0, split.size(), manager).targets().get(task);
      long all = labels.mask().map(mask -> mask.size()).orElse((long) labels.size());
      long there = (long) labels.count();
      return there == all ? Long.toString(all) : there + " of " + all;
    }
  }
}
