package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Column;

/**
 * Plain-text columns without borders, separated by two spaces. If they exceed the width, the widest
 * text column is narrowed and its entries are wrapped.
 */
public final class TextTable {
  /** The separator of columns. */
  public static final String GAP = "  ";

  private static final int MIN_WIDTH = 8;

  private TextTable() {}

  /**
   * The lines of a table, the header first, without trailing spaces.
   *
   * @param columns at least one
   * @param rows single-line texts, one per column
   * @param width in characters; exceeded only if all text columns have their minimum width
   */
  public static List<String> lines(List<Column> columns, List<List<String>> rows, int width) {
    int[] widths = widths(columns, rows);
    fit(columns, widths, width);
    List<String> lines = new ArrayList<>();
    add(columns.stream().map(Column::header).toList(), columns, widths, lines);
    rows.forEach(row -> add(row, columns, widths, lines));
    return lines;
  }

  /** The width of a table without narrowing. */
  public static int width(List<Column> columns, List<List<String>> rows) {
    return total(widths(columns, rows));
  }

  private static int[] widths(List<Column> columns, List<List<String>> rows) {
    return IntStream.range(0, columns.size())
        .map(
            i ->
                Math.max(
                    columns.get(i).header().length(),
                    rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
        .toArray();
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private static void fit(List<Column> columns, int[] widths, int width) {
    while (total(widths) > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean text = columns.get(i).align() == Column.Align.LEFT;
        if (text && widths[i] > MIN_WIDTH && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private static void add(
      List<String> row, List<Column> columns, int[] widths, List<String> lines) {
    List<List<String>> wrapped =
        IntStream.range(0, widths.length)
            .mapToObj(i -> LineBreaks.wrap(row.get(i), Math.max(1, widths[i])))
            .toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        String space = " ".repeat(Math.max(0, widths[i] - part.length()));
        boolean left = columns.get(i).align() == Column.Align.LEFT;
        text.append(i == 0 ? "" : GAP).append(left ? part + space : space + part);
      }
      lines.add(text.toString().stripTrailing());
    }
  }
}
