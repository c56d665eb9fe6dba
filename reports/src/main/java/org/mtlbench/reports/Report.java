package org.mtlbench.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.tables.ComparisonTable;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

/**
 * What every format writes in its own way.
 *
 * @param folder the run's folder, for what is not in the tables: events and logs
 * @param rows of the run
 * @param tables those asked for, in order
 * @param comparison with another run, where one was named
 */
public record Report(
    RunFolder folder, Rows rows, List<Table> tables, Optional<Comparison> comparison) {
  /** Keeps a copy of the list. */
  public Report {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(rows, "rows");
    tables = List.copyOf(tables);
    Objects.requireNonNull(comparison, "comparison");
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
  static Report of(RunFolder folder, Rows rows, Set<TableKind> kinds, Optional<Rows> compared) {
    return new Report(
        folder,
        rows,
        kinds.stream().flatMap(kind -> kind.of(rows).stream()).toList(),
        compared.map(other -> Comparison.of(rows, other)));
  }
}
