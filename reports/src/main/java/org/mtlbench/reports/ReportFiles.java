package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.terminal.TerminalReport;

/**
 * What a report consists of.
 *
 * @param files what was written, the one to open first in front
 * @param report what the files were made from
 * @param warnings a sentence for each file that could not be used and each chart left out
 */
public record ReportFiles(List<Path> files, Report report, List<String> warnings) {
  /** Keeps copies of the lists. */
  public ReportFiles {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * The lines to print: the results at a glance, or the comparison if there is one.
   *
   * @param width of the terminal in characters
   */
  public List<String> summary(int width) {
    return report.comparison().isPresent()
        ? tables(width)
        : TerminalReport.results(report.rows(), width);
  }

  /**
   * The lines of all tables asked for with all their columns; of the comparison alone if there is
   * one.
   *
   * @param width of the terminal in characters
   */
  public List<String> tables(int width) {
    List<Table> shown =
        report.comparison().map(both -> List.of(both.table())).orElseGet(report::tables);
    return shown.stream()
        .flatMap(table -> TerminalReport.table(report.rows(), table, width).stream())
        .toList();
  }
}
