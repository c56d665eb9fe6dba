package org.mtlbench.reports.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.NumberFormats;

/**
 * A report table as CSV. Column names are the ids of the table's columns. Numeric columns have full
 * precision in the table's units and are empty if the value is unknown. A column with 95 %
 * confidence intervals is followed by {@code ID-half-width}. {@code notes} holds the text of the
 * footnotes. Every table starts with {@code schema} and ends with {@code flags} (reasons why a row
 * does not count in full) and {@code cells} (ids of the row's cells, in the order of the plan).
 */
public final class CsvTable {
  /** The version of the columns. */
  public static final int SCHEMA = 2;

  private CsvTable() {}

  /** Renders the whole file. */
  public static String render(Table table) {
    List<List<String>> lines = new ArrayList<>();
    List<Boolean> intervals = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("schema"));
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      header.add(table.columns().get(i).id());
      boolean interval =
          table.rows().stream().anyMatch(row -> row.entries().get(column).halfWidth().isPresent());
      intervals.add(interval);
      if (interval) {
        header.add(table.columns().get(i).id() + "-half-width");
      }
    }
    header.addAll(List.of("flags", "cells"));
    lines.add(header);
    table.rows().forEach(row -> lines.add(line(table, row, intervals)));
    return CsvLines.of(lines);
  }

  private static List<String> line(Table table, Row row, List<Boolean> intervals) {
    List<String> fields = new ArrayList<>(List.of(Integer.toString(SCHEMA)));
    for (int i = 0; i < row.entries().size(); i++) {
      Entry entry = row.entries().get(i);
      boolean number = table.columns().get(i).align() == Column.Align.RIGHT;
      fields.add(number ? number(entry) : text(table, entry));
      if (intervals.get(i)) {
        fields.add(
            entry.halfWidth().isPresent()
                ? NumberFormats.exact(entry.halfWidth().getAsDouble())
                : "");
      }
    }
    fields.add(row.flags().stream().map(Flag::displayName).collect(Collectors.joining("; ")));
    fields.add(String.join(" ", row.cells()));
    return fields;
  }

  private static String number(Entry entry) {
    return entry.value().isPresent() ? NumberFormats.exact(entry.value().getAsDouble()) : "";
  }

  private static String text(Table table, Entry entry) {
    List<String> parts = new ArrayList<>();
    if (!entry.text().isEmpty()) {
      parts.add(entry.text());
    }
    entry.notes().forEach(number -> parts.add(table.footnotes().get(number - 1)));
    return String.join("; ", parts);
  }
}
