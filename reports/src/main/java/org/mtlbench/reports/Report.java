package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.ComparisonTable;
import org.mtlbench.results.folder.RunFolder;

/**
 * What every format writes in its own way.
 *
 * @param folder the run's folder, for what is not in the tables: events and logs
 * @param out the folder that the files are written into
 * @param rows of the run
 * @param tables those asked for, in order
 * @param comparison with another run, where one was named
 * @param charts for the formats that show them
 */
public record Report(
    RunFolder folder,
    Path out,
    Rows rows,
    List<Table> tables,
    Optional<Comparison> comparison,
    DrawnCharts charts) {
  /** Keeps a copy of the list. */
  public Report {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(rows, "rows");
    tables = List.copyOf(tables);
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(charts, "charts");
  }

  /**
   * Another run and the table with both.
   *
   * @param other its rows
   * @param table the run is A, the other B
   */
  public record Comparison(Rows other, Table table) {
    static Comparison of(Rows rows, Rows other) {
      return new Comparison(other, ComparisonTable.of(rows, other));
    }
  }

  /** Makes the tables. */
  static Report of(ReportRequest request, Rows rows, Optional<Rows> compared, DrawnCharts charts) {
    return new Report(
        request.folder(),
        request.out(),
        rows,
        request.tables().stream().flatMap(kind -> kind.of(rows).stream()).toList(),
        compared.map(other -> Comparison.of(rows, other)),
        charts);
  }
}
