package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.run.PlannedCell;

/**
 * The columns of a table in order, each with its header, its kind and the function that gives its
 * entry. A column that is not always shown is added by the {@code If} methods.
 *
 * @param <T> what a row shows
 */
final class ColumnList<T> {
  private record Definition<T>(Column column, Function<T, Entry> value) {}

  private final List<Definition<T>> definitions = new ArrayList<>();

  /**
   * Begins with the columns that name a row: dataset, architecture, method and preference.
   *
   * @param rows of the run, for the header of preferences
   */
  static <T> ColumnList<T> named(Rows rows, Function<T, SeedGroup> group) {
    Function<T, PlannedCell> cell = row -> group.apply(row).cell();
    return new ColumnList<T>()
        .text("dataset", "Dataset", row -> cell.apply(row).dataset())
        .text("architecture", "Architecture", row -> cell.apply(row).architecture())
        .text("method", "Method", row -> cell.apply(row).label())
        .text("preference", rows.preferenceHeader(), row -> group.apply(row).preference());
  }

  /** Adds a column of texts. */
  ColumnList<T> text(String id, String header, Function<T, String> value) {
    return entry(Column.text(id, header), value.andThen(Entry::text));
  }

  /** Adds a column of numbers. */
  ColumnList<T> number(String id, String header, Function<T, Entry> value) {
    return entry(Column.number(id, header), value);
  }

  /** Adds a column of numbers if it is to be shown. */
  ColumnList<T> numberIf(boolean shown, String id, String header, Function<T, Entry> value) {
    return shown ? number(id, header, value) : this;
  }

  /** Adds a column of footnotes, which every table ends with. */
  ColumnList<T> notes(Function<T, Entry> value) {
    return entry(Column.text("notes", "Notes"), value);
  }

  private ColumnList<T> entry(Column column, Function<T, Entry> value) {
    definitions.add(new Definition<>(column, value));
    return this;
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
