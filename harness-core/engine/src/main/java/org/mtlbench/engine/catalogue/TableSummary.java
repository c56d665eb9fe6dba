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
 * A dataset that is not drawn: its columns if it is a table, and for each task the labels of every
 * split and what the constant predictor scores.
 *
 * @param columns of the table that it was read from; empty for other data
 * @param tasks in the dataset's order
 */
public record TableSummary(List<ColumnSummary> columns, List<TaskSummary> tasks) {
  public TableSummary {
    columns = List.copyOf(columns);
    tasks = List.copyOf(tasks);
  }

  /**
   * What is shown of a task.
   *
   * @param name its name
   * @param target what it predicts, in words
   * @param labels by split, how many there are, of how many
   * @param constant what the constant predictor scores on the test split, with units
   */
  public record TaskSummary(String name, String target, List<String> labels, String constant) {
    public TaskSummary {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Summarises an open dataset.
   *
   * @param manager owns what is made for it
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
   * Labels that are there, of all: examples, or single values where only some of an example are.
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
