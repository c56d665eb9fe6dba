package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A table with what belongs below it.
 *
 * @param id names it in files and links, lower case with hyphens; unique within a report
 * @param title what stands above it
 * @param columns at least one
 * @param rows each with an entry for every column; may be empty
 * @param captions paragraphs below: units, conventions, conditions
 * @param footnotes plain texts, numbered from 1 in order
 */
public record Table(
    String id,
    String title,
    List<Column> columns,
    List<Row> rows,
    List<Text> captions,
    List<String> footnotes) {
  /**
   * Checks the shape and keeps copies.
   *
   * @throws IllegalArgumentException if a row is not as wide as the table
   */
  public Table {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    captions = List.copyOf(captions);
    footnotes = List.copyOf(footnotes);
    for (Row row : rows) {
      if (row.entries().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row of " + row.entries().size() + " entries in a table of " + columns.size());
      }
    }
  }

  /** Where the column with an id stands, counted from 0. */
  public OptionalInt indexOf(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).id().equals(column))
        .findFirst();
  }

  /** A row's entry in the column with an id; absent if there is no such column. */
  public Optional<Entry> entry(Row row, String column) {
    OptionalInt index = indexOf(column);
    return index.isPresent() ? Optional.of(row.entries().get(index.getAsInt())) : Optional.empty();
  }
}
