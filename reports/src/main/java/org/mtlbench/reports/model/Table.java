package org.mtlbench.reports.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table with what belongs below it.
 *
 * @param id names it in files and links, lower case with hyphens; unique within a report
 * @param title what stands above it
 * @param columns at least one
 * @param rows each with an entry for every column; may be empty
 * @param captions paragraphs below: units, conventions, conditions
 * @param footnotes plain texts, numbered from 1 in order; of rows that differ from others in them
 * @param common what holds for every row; formats put it below the table
 */
public record Table(
    String id,
    String title,
    List<Column> columns,
    List<Row> rows,
    List<Text> captions,
    List<String> footnotes,
    Common common) {
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
    Objects.requireNonNull(common, "common");
    for (Row row : rows) {
      if (row.entries().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row of " + row.entries().size() + " entries in a table of " + columns.size());
      }
    }
  }

  /** The same table under another id and title. */
  public Table named(String otherId, String otherTitle) {
    return new Table(otherId, otherTitle, columns, rows, captions, footnotes, common);
  }

  /** What stands below: what holds for every row, then the captions. */
  public List<Text> below() {
    return Stream.concat(common.captions().stream(), captions.stream()).toList();
  }

  /** A row's flags without those that all rows have. */
  public Set<Flag> ownFlags(Row row) {
    Set<Flag> own = new LinkedHashSet<>(row.flags());
    own.removeAll(common.flags());
    return own;
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
