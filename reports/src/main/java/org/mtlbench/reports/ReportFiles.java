package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;

/**
 * What a report consists of.
 *
 * @param files what was written, the one to open first in front
 * @param tables those asked for in Markdown, with captions and footnotes, for the terminal; the
 *     comparison alone if there is one
 * @param warnings a sentence for each file that could not be used
 */
public record ReportFiles(List<Path> files, List<String> tables, List<String> warnings) {
  /** Keeps copies of the lists. */
  public ReportFiles {
    files = List.copyOf(files);
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
  }
}
