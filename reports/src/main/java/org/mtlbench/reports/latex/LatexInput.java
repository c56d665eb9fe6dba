package org.mtlbench.reports.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.plot.Label;

/**
 * A table as a file for {@code \input} in a paper: a float with caption and label, in which
 * datasets and architectures span their rows. Tables that do not fit on a page are longtables.
 * Columns without any entry are left out.
 */
public final class LatexInput {
  private static final int MAX_ROWS_OF_FLOAT = 45;
  private static final List<String> SPANNED = List.of("dataset", "architecture");

  private final Table table;

  private LatexInput(Table table) {
    this.table = table;
  }

  /**
   * Renders a table.
   *
   * @param run name of the run, the beginning of the label
   */
  public static String render(String run, Table table) {
    return new LatexInput(withoutEmptyColumns(table)).render(run);
  }

  private static Table withoutEmptyColumns(Table table) {
    List<Integer> kept =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.rows().stream().anyMatch(row -> isShown(row.entries().get(i))))
            .boxed()
            .toList();
    return kept.isEmpty()
        ? table
        : new Table(
            table.id(),
            table.title(),
            kept.stream().map(table.columns()::get).toList(),
            table.rows().stream()
                .map(
                    row ->
                        new Row(
                            kept.stream().map(row.entries()::get).toList(),
                            row.flags(),
                            row.cells()))
                .toList(),
            table.captions(),
            table.footnotes(),
            table.common());
  }

  private static boolean isShown(Entry entry) {
    return !entry.text().isEmpty() || !entry.notes().isEmpty();
  }

  private String render(String run) {
    boolean isLong = table.rows().size() > MAX_ROWS_OF_FLOAT;
    String caption =
        "\\caption{"
            + LatexText.escape(table.title())
            + "}\\label{tab:"
            + Label.fileName(run)
            + "-"
            + table.id()
            + "}";
    return "% needs \\usepackage{booktabs,multirow,"
        + (isLong ? "longtable" : "graphicx")
        + "}\n\\providecommand{\\mtlchar}[1]{[U+#1]}\n"
        + (isLong ? longtable(caption) : tableFloat(caption));
  }

  /** The tabular is measured, and scaled down where it is wider than the text. */
  private String tableFloat(String caption) {
    return "\\begin{table}\n\\centering\\small\\setlength{\\tabcolsep}{4pt}\n"
        + caption
        + "\n\\sbox0{\\begin{tabular}{"
        + LatexTables.alignment(table)
        + "}\n\\toprule\n"
        + LatexTables.header(table)
        + "\\midrule\n"
        + rows()
        + "\\bottomrule\n\\end{tabular}}%\n"
        + "\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi\n"
        + "\\par\\medskip\\raggedright\n"
        + LatexTables.below(table)
        + "\\end{table}\n";
  }

  private String longtable(String caption) {
    return "{\\small\\setlength{\\tabcolsep}{4pt}\n\\begin{longtable}{"
        + LatexTables.alignment(table)
        + "}\n"
        + caption
        + LatexTables.ROW_END
        + "\\toprule\n"
        + LatexTables.header(table)
        + "\\midrule\n\\endhead\n"
        + rows()
        + "\\bottomrule\n\\end{longtable}\n}\n"
        + LatexTables.below(table);
  }

  private String rows() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.rows().size(); i++) {
      if (i > 0) {
        text.append(LatexTables.rule(table, table.rows().get(i - 1), table.rows().get(i)));
      }
      text.append(row(i)).append(LatexTables.ROW_END);
    }
    return text.toString();
  }

  private String row(int index) {
    Row row = table.rows().get(index);
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String text = LatexTables.entry(row.entries().get(i));
      int depth = SPANNED.indexOf(table.columns().get(i).id());
      entries.add(depth < 0 ? text : spanned(depth, index, text));
    }
    return entries.stream().collect(Collectors.joining(" & "));
  }

  /** The text at the first row of its span, otherwise nothing. */
  private String spanned(int depth, int index, String text) {
    if (index > 0 && isSame(depth, index - 1, index)) {
      return "";
    }
    int end = index + 1;
    while (end < table.rows().size() && isSame(depth, index, end)) {
      end++;
    }
    return end - index == 1 ? text : "\\multirow{" + (end - index) + "}{*}{" + text + "}";
  }

  /** Whether two rows agree in a spanned column and in those before it. */
  private boolean isSame(int depth, int one, int other) {
    return SPANNED.subList(0, depth + 1).stream()
        .noneMatch(
            column ->
                LatexTables.changes(table, column, table.rows().get(one), table.rows().get(other)));
  }
}
