package org.mtlbench.reports.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Column.Align;

/**
 * A table in GitHub Flavored Markdown, padded so that it is readable as plain text. Cells are raw
 * Markdown: escape untrusted text before adding it.
 */
final class MarkdownTable {
  private record Column(String header, Align align) {}

  // The shortest delimiter row that every renderer accepts.
  private static final int NARROWEST = 3;

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a column on the right. */
  MarkdownTable column(String header, Align align) {
    columns.add(new Column(header, align));
    return this;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if the number of cells differs from the number of columns
   */
  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "row of " + cells.size() + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** Renders the table; each line ends with a line feed. */
  String render() {
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    text.append(line(columns.stream().map(Column::header).toList(), widths));
    StringJoiner delimiter = new StringJoiner("|", "|", "|\n");
    for (int i = 0; i < columns.size(); i++) {
      String dashes = "-".repeat(widths[i] + 1);
      delimiter.add(columns.get(i).align() == Align.RIGHT ? dashes + ":" : dashes + "-");
    }
    text.append(delimiter);
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private String line(List<String> cells, int[] widths) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(widths[i] - length(cell));
      line.add(columns.get(i).align() == Align.RIGHT ? padding + cell : cell + padding);
    }
    return line.toString();
  }

  private int width(int column) {
    int width = Math.max(NARROWEST, length(columns.get(column).header()));
    for (List<String> row : rows) {
      width = Math.max(width, length(row.get(column)));
    }
    return width;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
