package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.ComparisonTable;
import org.mtlbench.reports.tables.TableSection;
import org.mtlbench.results.folder.RunFolder;

/**
 * The content of a report, which every format renders.
 *
 * @param folder the run's folder, from which formats read events and logs
 * @param out the folder that the files are written to
 * @param rows rows of the run
 * @param tables the requested tables, in order
 * @param sections the same tables as sections of a page
 * @param comparison comparison with another run, if one was requested
 * @param charts charts for the formats that show them
 */
public record Report(
    RunFolder folder,
    Path out,
    Rows rows,
    List<Table> tables,
    List<TableSection> sections,
    Optional<Comparison> comparison,
    DrawnCharts charts) {
  /** Makes a defensive copy of the list. */
  public Report {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(rows, "rows");
    tables = List.copyOf(tables);
    sections = List.copyOf(sections);
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(charts, "charts");
  }

  /**
   * Another run and the table that compares the two.
   *
   * @param other rows of the other run
   * @param table the comparison; this run is A, the other is B
   */
  public record Comparison(Rows other, Table table) {
    static Comparison of(Rows rows, Rows other) {
      return new Comparison(other, ComparisonTable.of(rows, other));
    }
  }

  /** Builds the requested tables. */
  static Report of(ReportRequest request, Rows rows, Optional<Rows> compared, DrawnCharts charts) {
    return new Report(
        request.folder(),
        request.out(),
        rows,
        request.tables().stream().flatMap(kind -> kind.of(rows).stream()).toList(),
        request.formats().contains(ReportFormat.HTML)
            ? request.tables().stream().flatMap(kind -> kind.sections(rows).stream()).toList()
            : List.of(),
        compared.map(other -> Comparison.of(rows, other)),
        charts);
  }
}
