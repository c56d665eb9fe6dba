package org.mtlbench.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;

/** Renders tables as LaTeX tabulars with booktabs rules, captions and footnotes below. */
final class LatexTables {
  private static final int ROWS_PER_PAGE = 40;
  static final String ROW_END = " \\\\\n";

  private LatexTables() {}

  /** Renders the table without its title. */
  static String render(Table table) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    do {
      int to = Math.min(from + ROWS_PER_PAGE, table.rows().size());
      text.append(part(table, table.rows().subList(from, to)));
      from = to;
    } while (from < table.rows().size());
    text.append(below(table));
    return text.toString();
  }

  /**
   * Renders as many rows as fit on a page. A longtable is not used: it needs several LaTeX runs to
   * find its column widths and cannot be scaled to the page.
   */
  private static String part(Table table, List<Row> rows) {
    StringBuilder text = new StringBuilder("\\begin{fittedtable}{" + alignment(table) + "}\n");
    text.append("\\toprule\n").append(header(table)).append("\\midrule\n");
    Row before = null;
    for (Row row : rows) {
      if (before != null) {
        text.append(rule(table, before, row));
      }
      text.append(
          row.entries().stream().map(LatexTables::entry).collect(Collectors.joining(" & ")));
      text.append(ROW_END);
      before = row;
    }
    return text.append("\\bottomrule\n\\end{fittedtable}\n\n").toString();
  }

  /** The column specification of the tabular. */
  static String alignment(Table table) {
    return table.columns().stream()
        .map(column -> column.align() == Column.Align.LEFT ? "l" : "r")
        .collect(Collectors.joining("", "@{}", "@{}"));
  }

  /** The line of column headers. */
  static String header(Table table) {
    return table.columns().stream()
        .map(column -> LatexText.escape(column.header()))
        .collect(Collectors.joining(" & ", "", ROW_END));
  }

  /** The captions and footnotes below a table; empty if there are none. */
  static String below(Table table) {
    if (table.below().isEmpty() && table.footnotes().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("{\\footnotesize\n");
    for (Text caption : table.below()) {
      text.append("\\noindent ").append(LatexText.of(caption)).append("\\par\\smallskip\n");
    }
    List<String> notes = table.footnotes();
    for (int i = 0; i < notes.size(); i++) {
      text.append("\\noindent ").append(mark(List.of(i + 1))).append("~");
      text.append(LatexText.escape(notes.get(i))).append("\\par\n");
    }
    return text.append("}\n").toString();
  }

  /** The rule that separates datasets, or architectures of a dataset. */
  static String rule(Table table, Row before, Row row) {
    if (changes(table, "dataset", before, row)) {
      return "\\midrule\n";
    }
    return changes(table, "architecture", before, row) ? "\\addlinespace\n" : "";
  }

  static boolean changes(Table table, String column, Row before, Row row) {
    return !table
        .entry(before, column)
        .map(Entry::text)
        .equals(table.entry(row, column).map(Entry::text));
  }

  static String entry(Entry entry) {
    if (entry.isMissing()) {
      return "--" + mark(entry.notes());
    }
    String text =
        entry.isNumber()
            ? LatexText.number(entry.text(), entry.style())
            : entry.style() == Style.PLAIN
                ? LatexText.escape(entry.text())
                : LatexText.styled(entry.text(), entry.style());
    return text + mark(entry.notes());
  }

  private static String mark(List<Integer> notes) {
    return notes.isEmpty()
        ? ""
        : "\\textsuperscript{"
            + notes.stream().map(String::valueOf).collect(Collectors.joining(","))
            + "}";
  }
}
