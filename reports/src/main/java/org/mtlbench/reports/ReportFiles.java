package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.terminal.TerminalReport;

/**
 * The files of a written report.
 *
 * @param files the files written, the main one first
 * @param report the content of the files
 * @param warnings a sentence for each file that could not be read and each chart that could not be
 *     drawn
 */
public record ReportFiles(List<Path> files, Report report, List<String> warnings) {
  /** Makes defensive copies of the lists. */
  public ReportFiles {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * Lines for the terminal: the results at a glance, or the comparison if there is one.
   *
   * @param width terminal width in characters
   */
  public List<String> summary(int width) {
    return report.comparison().isPresent()
        ? tables(width)
        : TerminalReport.results(report.rows(), width);
  }

  /**
   * Lines for the terminal: every requested table with all its columns, or only the comparison if
   * there is one.
   *
   * @param width terminal width in characters
   */
  public List<String> tables(int width) {
    List<Table> shown =
        report.comparison().map(Report.Comparison::summary).orElseGet(report::tables);
    return shown.stream()
        .flatMap(table -> TerminalReport.table(report.rows(), table, width).stream())
        .toList();
  }
}
