package org.mtlbench.cli.command;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.worker.SplitScores;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.terminal.TextTable;
import org.mtlbench.toolbox.training.ConstantPredictor;

/**
 * Describes a dataset that cannot be shown as images: the columns of a table, and for each task the
 * number of labels of every split and the scores of the constant predictor.
 *
 * @param manager owner of temporary arrays
 */
record TableDescription(Dataset dataset, List<Task> tasks, NDManager manager) {
  /**
   * The lines of the description.
   *
   * @param width maximum number of characters per line
   */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    if (!dataset.columns().isEmpty()) {
      lines.addAll(
          TextTable.lines(
              List.of(
                  Column.text("column", "column"),
                  Column.text("use", "use"),
                  Column.number("missing", "missing"),
                  Column.text("values", "values")),
              dataset.columns().stream().map(TableDescription::row).toList(),
              width));
      lines.add("");
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("task", "task"));
    columns.add(Column.text("target", "target"));
    for (SplitName split : SplitName.values()) {
      String name = split.name().toLowerCase(Locale.ROOT);
      columns.add(Column.number(name, name + " labels"));
    }
    columns.add(Column.text("constant", "constant predictor on test"));
    lines.addAll(TextTable.lines(columns, rows(), width));
    return lines;
  }

  private static List<String> row(ColumnSummary column) {
    return List.of(
        column.name(), column.use(), Integer.toString(column.missing()), column.values());
  }

  private List<List<String>> rows() {
    double[][] scores =
        ConstantPredictor.fit(dataset, tasks, manager).scores(dataset, SplitName.TEST, manager);
    List<List<String>> rows = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      Task task = tasks.get(t);
      List<String> row =
          new ArrayList<>(List.of(task.name(), SplitScores.tasks(tasks).get(t).target()));
      for (SplitName split : SplitName.values()) {
        row.add(labels(t, dataset.split(split)));
      }
      List<String> values = new ArrayList<>();
      for (int m = 0; m < task.metrics().size(); m++) {
        values.add(value(task.metrics().get(m), scores[t][m]));
      }
      row.add(String.join(", ", values));
      rows.add(row);
    }
    return rows;
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
  private String labels(int task, Split split) {
    try (NDScope scope = new NDScope()) {
      Labelled labels = split.range(0, split.size(), manager).targets().get(task);
      long all = labels.mask().map(mask -> mask.size()).orElse((long) labels.size());
      long there = (long) labels.count();
      return there == all ? Long.toString(all) : there + " of " + all;
    }
  }
}
