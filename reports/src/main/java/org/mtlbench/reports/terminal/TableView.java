package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;

/**
 * Shows any table with all its columns: a group of rows per dataset and architecture. Columns that
 * exceed the terminal width follow below the others, with the row names repeated.
 */
public final class TableView {
  private static final List<String> PLACE = List.of("dataset", "architecture");
  private static final List<String> NAMES = List.of("method", "preference", "first", "second");
  private static final Pattern TASK = Pattern.compile("task(\\d+)$");

  private final Table table;
  private final Map<String, List<String>> tasks;
  private final int width;

  private TableView(Table table, Map<String, List<String>> tasks, int width) {
    this.table = table;
    this.tasks = tasks;
    this.width = width;
  }

  /**
   * The lines of a table: title, rows, captions and footnotes.
   *
   * @param tasks tasks of each dataset in order, for column titles
   * @param width terminal width in characters
   * @param table the table
   */
  public static List<String> lines(Table table, Map<String, List<String>> tasks, int width) {
    return new TableView(table, tasks, width).lines();
  }

  private List<String> lines() {
    Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      groups.computeIfAbsent(place(row), ignored -> new ArrayList<>()).add(row);
    }
    List<String> lines = new ArrayList<>(List.of(table.title(), ""));
    groups.forEach((place, rows) -> group(place, rows, lines));
    table.below().forEach(text -> lines.addAll(LineBreaks.wrap(text(text), width)));
    for (int i = 0; i < table.footnotes().size(); i++) {
      String note = "[" + (i + 1) + "] " + SingleLine.of(table.footnotes().get(i));
      lines.addAll(LineBreaks.hanging(note, width));
    }
    return lines;
  }

  private List<String> place(Row row) {
    return PLACE.stream()
        .flatMap(column -> table.entry(row, column).stream())
        .map(entry -> SingleLine.of(entry.text()))
        .toList();
  }

  private void group(List<String> place, List<Row> rows, List<String> lines) {
    if (!place.isEmpty()) {
      lines.add(String.join(" / ", place));
    }
    List<Column> names = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean empty = rows.stream().allMatch(row -> text(row, column).isEmpty());
      if (NAMES.contains(column.id())) {
        names.addAll(empty ? List.of() : List.of(column));
      } else if (!PLACE.contains(column.id()) && !empty) {
        values.add(column);
      }
    }
    List<Column> block = new ArrayList<>(names);
    for (Column column : values) {
      List<Column> wider = new ArrayList<>(block);
      wider.add(column);
      if (block.size() > names.size()
          && TextTable.width(titled(wider, place), texts(rows, wider)) > width) {
        add(block, place, rows, lines);
        block = new ArrayList<>(names);
      }
      block.add(column);
    }
    add(block, place, rows, lines);
  }

  private void add(List<Column> block, List<String> place, List<Row> rows, List<String> lines) {
    lines.addAll(TextTable.lines(titled(block, place), texts(rows, block), width));
    lines.add("");
  }

  /** The columns with the names of the dataset's tasks. */
  private List<Column> titled(List<Column> columns, List<String> place) {
    return columns.stream().map(column -> column.titled(title(column, place))).toList();
  }

  private String title(Column column, List<String> place) {
    Matcher task = TASK.matcher(column.id());
    List<String> names = place.isEmpty() ? List.of() : tasks.getOrDefault(place.get(0), List.of());
    if (!task.find() || Integer.parseInt(task.group(1)) > names.size()) {
      return column.header();
    }
    int number = Integer.parseInt(task.group(1));
    return column.header().replace("Task " + number, SingleLine.of(names.get(number - 1)));
  }

  private List<List<String>> texts(List<Row> rows, List<Column> columns) {
    return rows.stream()
        .map(row -> columns.stream().map(column -> text(row, column)).toList())
        .toList();
  }

  private String text(Row row, Column column) {
    return table.entry(row, column.id()).map(TableView::text).orElse("");
  }

  private static String text(Entry entry) {
    String notes = entry.notes().stream().map(n -> "[" + n + "]").collect(Collectors.joining());
    String text = SingleLine.of(entry.text()) + mark(entry.style());
    return text + (text.isEmpty() || notes.isEmpty() ? "" : " ") + notes;
  }

  private static String text(Text text) {
    return text.spans().stream()
        .map(
            span ->
                span.text() + (mark(span.style()).isEmpty() ? "" : " (" + mark(span.style()) + ")"))
        .collect(Collectors.joining());
  }

  private static String mark(Style style) {
    return switch (style) {
      case PLAIN, CODE -> "";
      case BEST_OF_ARCHITECTURE -> "+";
      case BEST_OF_DATASET -> "*";
    };
  }
}
