package org.mtlbench.reports.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * The headline of each row under three rules of selecting an epoch, and by how much selection on
 * the test split inflates it, see {@link SelectionDiagnosticRecord}.
 */
final class SelectionTable {
  private SelectionTable() {}

  /** The table of a run; absent if no cell has a diagnostic. */
  static Optional<Table> of(Rows rows) {
    List<SeedGroup> groups =
        rows.groups().stream()
            .filter(group -> group.results().stream().anyMatch(SelectionTable::hasDiagnostic))
            .toList();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Notes notes = new Notes(rows, groups, group -> RowNotes.of(group, rows));
    ColumnList<SeedGroup> columns =
        ColumnList.<SeedGroup>named(rows, group -> group)
            .number("seeds", "Seeds", Rows::seeds)
            .number("validation", "Validation", group -> score(group, rows, SelectionTable::same))
            .number(
                "last-epoch",
                "Last epoch",
                group -> score(group, rows, as(SelectionDiagnosticRecord::lastEpoch)))
            .number(
                "best-on-test",
                "Test (diagnostic)",
                group -> score(group, rows, as(SelectionDiagnosticRecord::bestOnTest)))
            .number("inflation", "Inflation", group -> inflation(group, rows))
            .notes(notes::of);
    return Optional.of(
        new Table(
            "selection",
            "Rules of selecting an epoch (diagnostic)",
            columns.columns(),
            groups.stream().map(group -> Rows.row(group, columns.entries(group))).toList(),
            List.of(
                Text.of(
                    "Headline on the test split of the epoch that is best on validation (the"
                        + " reported one), of the last epoch, and of the epoch that is best on the"
                        + " test split itself. The last rule selects with the answers at hand and"
                        + " must not be reported as a result; Inflation is its difference to the"
                        + " first, positive if better. Searches of a method's own (teachers,"
                        + " grids, phases before the last) select on validation in all three.")),
            notes.footnotes(),
            notes.common()));
  }

  private static boolean hasDiagnostic(CellRecord cell) {
    return cell.selectionDiagnostic().isPresent();
  }

  private static Optional<CellRecord> same(CellRecord cell) {
    return Optional.of(cell).filter(SelectionTable::hasDiagnostic);
  }

  private static Function<CellRecord, Optional<CellRecord>> as(
      Function<SelectionDiagnosticRecord, SplitRecord> rule) {
    return cell -> cell.selectionDiagnostic().map(rule).map(cell::testedAs);
  }

  private static Entry score(
      SeedGroup group, Rows rows, Function<CellRecord, Optional<CellRecord>> rule) {
    Headline headline = rows.headlineOf(group);
    return NumberFormats.measured(
        group.summary(cell -> rule.apply(cell).flatMap(headline::valueOf)), headline.metric());
  }

  private static Entry inflation(SeedGroup group, Rows rows) {
    Headline headline = rows.headlineOf(group);
    return NumberFormats.change(
        group.summary(
            cell ->
                as(SelectionDiagnosticRecord::bestOnTest)
                    .apply(cell)
                    .flatMap(headline::valueOf)
                    .flatMap(
                        best ->
                            headline
                                .valueOf(cell)
                                .map(value -> headline.sign() * (best - value)))));
  }
}
