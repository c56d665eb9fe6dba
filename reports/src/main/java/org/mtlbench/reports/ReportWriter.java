package org.mtlbench.reports;

import java.io.IOException;
import java.util.EnumSet;
import org.mtlbench.reports.csv.CsvResults;
import org.mtlbench.reports.document.RunDocument;
import org.mtlbench.reports.json.JsonLinesResults;
import org.mtlbench.reports.markdown.MarkdownDocument;
import org.mtlbench.reports.markdown.MarkdownTables;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.PaperTable;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

/** Writes the report of a run into its folder. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Derives {@code report.md}, {@code results.csv} and {@code results.jsonl} from what is in the
   * folder now, and replaces older ones. Each file is written atomically.
   *
   * @throws org.mtlbench.results.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.CorruptRecordException if there is no usable {@code run.json}
   */
  public static ReportFiles write(RunFolder folder) throws IOException {
    RunResults results = RunResults.read(folder);
    Rows rows = Rows.of(results);
    return new ReportFiles(
        folder.writeDerived(
            "report.md",
            MarkdownDocument.render(RunDocument.of(rows, EnumSet.allOf(TableKind.class)))),
        folder.writeDerived("results.csv", CsvResults.render(results)),
        folder.writeDerived("results.jsonl", JsonLinesResults.render(results)),
        MarkdownTables.render(PaperTable.of(rows)),
        results.warnings());
  }
}
