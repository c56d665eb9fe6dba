package org.mtlbench.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.charts.RunCharts;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.ComparedRun;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;

/** Writes the report of a run. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes the requested files from the current content of the run's folder, replacing existing
   * ones. Each file is written atomically. A chart that cannot be drawn is left out with a warning.
   *
   * @throws org.mtlbench.results.json.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.json.CorruptRecordException if there is no usable {@code run.json}
   * @throws UnwritableException if a file or its folder cannot be written
   */
  public static ReportFiles write(ReportRequest request) throws IOException {
    return write(request, new CanvasRenderer());
  }

  static ReportFiles write(ReportRequest request, ChartRenderer renderer) throws IOException {
    Rows rows = read(request.folder(), request.rope());
    List<ComparedRun> compared = compared(request, rows);
    create(request.out());
    DrawnCharts charts =
        request.formats().contains(ReportFormat.HTML)
            ? RunCharts.write(request.folder(), request.out(), rows, renderer)
            : DrawnCharts.empty();
    Report report = Report.of(request, rows, compared, charts);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : request.formats()) {
      files.addAll(format.write(report));
    }
    return new ReportFiles(files, report, warnings(rows, compared, charts));
  }

  private static void create(Path out) throws UnwritableException {
    try {
      // Files.createDirectories of Java 17 rejects a symbolic link to a folder.
      if (!Files.isDirectory(out)) {
        Files.createDirectories(out);
      }
    } catch (IOException e) {
      throw UnwritableException.of(out, e);
    }
  }

  private static Rows read(RunFolder folder, double rope) throws IOException {
    return Rows.of(RunResults.read(folder), rope);
  }

  /** The run and those that it is compared with; empty if there are none. */
  private static List<ComparedRun> compared(ReportRequest request, Rows rows) throws IOException {
    if (request.compared().isEmpty()) {
      return List.of();
    }
    List<String> names =
        ComparedRun.names(
            Stream.concat(Stream.of(request.folder()), request.compared().stream())
                .map(RunFolder::root)
                .toList());
    List<ComparedRun> runs = new ArrayList<>(List.of(new ComparedRun(names.get(0), rows)));
    for (RunFolder other : request.compared()) {
      runs.add(new ComparedRun(names.get(runs.size()), read(other, request.rope())));
    }
    return runs;
  }

  private static List<String> warnings(Rows rows, List<ComparedRun> compared, DrawnCharts charts) {
    List<String> warnings = new ArrayList<>(rows.results().warnings());
    compared.stream().skip(1).forEach(run -> warnings.addAll(run.rows().results().warnings()));
    warnings.addAll(charts.missing());
    return warnings;
  }
}
