package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.run.PlannedCell;

/**
 * The columns of a table in order, each with its header, its kind and the function that computes
 * its entry. Optional columns are added by the {@code If} methods.
 *
 * @param <T> the data of a row
 */
final class ColumnList<T> {
  private record Definition<T>(Column column, Function<T, Entry> value) {}

  private final List<Definition<T>> definitions = new ArrayList<>();

  /**
   * Starts with the columns that identify a row: dataset, architecture, method and preference.
   *
   * @param rows rows of the run, for the header of preferences
   * @param group the group of a row
   */
  static <T> ColumnList<T> named(Rows rows, Function<T, SeedGroup> group) {
    Function<T, PlannedCell> cell = row -> group.apply(row).cell();
    return new ColumnList<T>()
        .text("dataset", "Dataset", row -> cell.apply(row).dataset())
        .text("architecture", "Architecture", row -> cell.apply(row).architecture())
        .text("method", "Method", row -> cell.apply(row).label())
        .text("preference", rows.preferenceHeader(), row -> group.apply(row).preference());
  }

  /** Adds a text column. */
  ColumnList<T> text(String id, String header, Function<T, String> value) {
    return entry(Column.text(id, header), value.andThen(Entry::text));
  }

  /** Adds a numeric column. */
  ColumnList<T> number(String id, String header, Function<T, Entry> value) {
    return entry(Column.number(id, header), value);
  }

  /** Adds a numeric column if {@code shown}. */
  ColumnList<T> numberIf(boolean shown, String id, String header, Function<T, Entry> value) {
    return shown ? number(id, header, value) : this;
  }

  /** Adds the column of footnotes, the last one of every table. */
  ColumnList<T> notes(Function<T, Entry> value) {
    return entry(Column.text("notes", "Notes"), value);
  }

  private ColumnList<T> entry(Column column, Function<T, Entry> value) {
    definitions.add(new Definition<>(column, value));
    return this;
  }

  /** Hides the last column on a page until the reader asks for all columns, if {@code hidden}. */
  ColumnList<T> detailIf(boolean hidden) {
    return hidden ? replaceLast(column -> column.weighted(Column.Weight.DETAIL)) : this;
  }

  /** Hides the last column on a page until the reader asks for all columns. */
  ColumnList<T> detail() {
    return detailIf(true);
  }

  /** Puts the last column next to the name of the row on a page. */
  ColumnList<T> key() {
    return replaceLast(column -> column.weighted(Column.Weight.KEY));
  }

  /** Lets sorting by the last column start with the highest value, if {@code higherIsBetter}. */
  ColumnList<T> highestFirstIf(boolean higherIsBetter) {
    return higherIsBetter ? replaceLast(Column::sortedFromHighest) : this;
  }

  private ColumnList<T> replaceLast(UnaryOperator<Column> change) {
    Definition<T> last = definitions.remove(definitions.size() - 1);
    return entry(change.apply(last.column()), last.value());
  }

  /** The columns. */
  List<Column> columns() {
    return definitions.stream().map(Definition::column).toList();
  }

  /** The entries of a row, from left to right. */
  List<Entry> entries(T row) {
    return definitions.stream().map(definition -> definition.value().apply(row)).toList();
  }
}
