package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;

/**
 * What a report consists of.
 *
 * @param markdown {@code report.md}
 * @param csv {@code results.csv}, see {@link org.mtlbench.reports.csv.CsvResults}
 * @param jsonLines {@code results.jsonl}, see {@link org.mtlbench.reports.json.JsonLinesResults}
 * @param table the table with its captions and footnotes, for the terminal
 * @param warnings a sentence for each file that could not be used
 */
public record ReportFiles(
    Path markdown, Path csv, Path jsonLines, String table, List<String> warnings) {
  /** Keeps a copy of the list. */
  public ReportFiles {
    warnings = List.copyOf(warnings);
  }
}
