package org.mtlbench.reports.markdown;

import java.util.List;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;

/** Renders tables in Markdown with captions and footnotes; readable as plain text. */
public final class MarkdownTables {
  private MarkdownTables() {}

  /** Renders the table without its title; the last line ends with a line feed. */
  public static String render(Table table) {
    MarkdownTable grid = new MarkdownTable();
    for (Column column : table.columns()) {
      grid.column(MarkdownText.escape(column.header()), column.align());
    }
    for (Row row : table.rows()) {
      grid.row(row.entries().stream().map(MarkdownTables::entry).toList());
    }
    StringBuilder text = new StringBuilder(grid.render());
    table.below().forEach(c -> text.append('\n').append(MarkdownText.of(c)).append('\n'));
    if (!table.footnotes().isEmpty()) {
      text.append('\n');
      List<String> notes = table.footnotes();
      for (int i = 0; i < notes.size(); i++) {
        text.append("- ").append(mark(i + 1)).append(' ');
        text.append(MarkdownText.escape(notes.get(i))).append('\n');
      }
    }
    return text.toString();
  }

  private static String entry(Entry entry) {
    StringBuilder text = new StringBuilder();
    if (!entry.text().isEmpty()) {
      text.append(MarkdownText.styled(entry.text(), entry.style()));
    }
    if (!entry.notes().isEmpty()) {
      text.append(text.isEmpty() ? "" : " ");
      entry.notes().forEach(number -> text.append(mark(number)));
    }
    return text.toString();
  }

  private static String mark(int number) {
    return "[" + number + "]";
  }
}
