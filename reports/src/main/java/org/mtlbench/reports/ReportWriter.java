package org.mtlbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.reports.markdown.MarkdownTables;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.results.folder.RunFolder;

/** Writes the report of a run into its folder. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Derives the files asked for from what is in the folder now, and replaces older ones. Each file
   * is written atomically.
   *
   * @throws org.mtlbench.results.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.CorruptRecordException if there is no usable {@code run.json}
   */
  public static ReportFiles write(ReportRequest request) throws IOException {
    Rows rows = read(request.folder());
    Optional<Rows> compared =
        request.compared().isPresent()
            ? Optional.of(read(request.compared().get()))
            : Optional.empty();
    Report report = Report.of(request.folder(), rows, request.tables(), compared);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : request.formats()) {
      files.addAll(format.write(report));
    }
    return new ReportFiles(files, shown(report), warnings(rows, compared));
  }

  private static Rows read(RunFolder folder) throws IOException {
    return Rows.of(RunResults.read(folder));
  }

  private static List<String> shown(Report report) {
    return report.comparison().isPresent()
        ? List.of(MarkdownTables.render(report.comparison().get().table()))
        : report.tables().stream().map(MarkdownTables::render).toList();
  }

  private static List<String> warnings(Rows rows, Optional<Rows> compared) {
    return Stream.concat(
            rows.results().warnings().stream(),
            compared.stream().flatMap(other -> other.results().warnings().stream()))
        .toList();
  }
}
