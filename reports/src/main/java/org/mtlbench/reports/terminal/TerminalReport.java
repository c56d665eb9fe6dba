package org.mtlbench.reports.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.PaperTable;
import org.mtlbench.results.score.TaskRecord;

/** Renders reports for the terminal. */
public final class TerminalReport {
  private TerminalReport() {}

  /**
   * The results of a run at a glance.
   *
   * @param width terminal width in characters
   */
  public static List<String> results(Rows rows, int width) {
    return ResultsView.lines(rows, PaperTable.of(rows), width);
  }

  /**
   * A table with all its columns.
   *
   * @param rows rows of the run
   * @param width terminal width in characters
   */
  public static List<String> table(Rows rows, Table table, int width) {
    Map<String, List<String>> tasks = new LinkedHashMap<>();
    rows.groups()
        .forEach(
            group ->
                tasks.put(
                    group.cell().dataset(),
                    rows.tasks(group.cell().dataset()).stream().map(TaskRecord::name).toList()));
    return TableView.lines(table, tasks, width);
  }
}
