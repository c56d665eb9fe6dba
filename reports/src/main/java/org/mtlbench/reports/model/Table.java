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
 * A table with its captions and footnotes.
 *
 * @param id id in files and links, lower case with hyphens; unique within a report
 * @param title title
 * @param columns at least one
 * @param rows rows with one entry per column; may be empty
 * @param captions paragraphs below the table: units, conventions, conditions
 * @param footnotes plain texts, numbered from 1 in order
 * @param common flags and notes that apply to every row; formats put them below the table
 */
public record Table(
    String id,
    String title,
    List<Column> columns,
    List<Row> rows,
    List<Text> captions,
    List<String> footnotes,
    CommonNotes common) {
  /**
   * Checks the shape and makes defensive copies.
   *
   * @throws IllegalArgumentException if a row has a different number of entries than the table has
   *     columns
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

  /** A copy with another id and title. */
  public Table named(String otherId, String otherTitle) {
    return new Table(otherId, otherTitle, columns, rows, captions, footnotes, common);
  }

  /** The paragraphs below the table: common notes, then captions. */
  public List<Text> below() {
    return Stream.concat(common.captions().stream(), captions.stream()).toList();
  }

  /** The flags of a row that not all rows have. */
  public Set<Flag> ownFlags(Row row) {
    Set<Flag> own = new LinkedHashSet<>(row.flags());
    own.removeAll(common.flags());
    return own;
  }

  /** The index of the column with an id, counted from 0. */
  public OptionalInt indexOf(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).id().equals(column))
        .findFirst();
  }

  /** The entry of a row in the column with an id; absent if there is no such column. */
  public Optional<Entry> entry(Row row, String column) {
    OptionalInt index = indexOf(column);
    return index.isPresent() ? Optional.of(row.entries().get(index.getAsInt())) : Optional.empty();
  }
}
