package org.mtlbench.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.engine.catalogue.TableSummary;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.terminal.TextTable;

/** Formats the summary of a dataset that cannot be shown as images. */
record TableDescription(TableSummary summary) {
  /**
   * The description.
   *
   * @param width characters of a line
   */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    if (!summary.columns().isEmpty()) {
      lines.addAll(
          TextTable.lines(
              List.of(
                  Column.text("column", "column"),
                  Column.text("use", "use"),
                  Column.number("missing", "missing"),
                  Column.text("values", "values")),
              summary.columns().stream().map(TableDescription::row).toList(),
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
    List<List<String>> rows = summary.tasks().stream().map(TableDescription::row).toList();
    lines.addAll(TextTable.lines(columns, rows, width));
    return lines;
  }

  private static List<String> row(ColumnSummary column) {
    return List.of(
        column.name(), column.use(), Integer.toString(column.missing()), column.values());
  }

  private static List<String> row(TableSummary.TaskSummary task) {
    List<String> row = new ArrayList<>(List.of(task.name(), task.target()));
    row.addAll(task.labels());
    row.add(task.constant());
    return row;
  }
}
