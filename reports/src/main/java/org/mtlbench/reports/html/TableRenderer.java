package org.mtlbench.reports.html;

import j2html.tags.DomContent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.plot.ChartRow;

/**
 * Renders the tables of a page and remembers which rows have an anchor: charts link to the first
 * row of a cell on the page.
 */
final class TableRenderer {
  private final Set<String> cells;
  private final Set<String> anchored = new HashSet<>();

  /**
   * Creates the renderer of a page.
   *
   * @param cells ids of the cells for which the page has a section
   */
  TableRenderer(Set<String> cells) {
    this.cells = Set.copyOf(cells);
  }

  /**
   * Renders a table.
   *
   * @param ofDataset whether all rows belong to a dataset that the page names above the table
   * @param ofRun whether all rows belong to the run of the page
   */
  DomContent render(Table table, boolean ofDataset, boolean ofRun) {
    return new HtmlTable(table, ofRun ? this : new TableRenderer(Set.of()), ofDataset).render();
  }

  /** The anchor of a row, if it is the first one on the page with its cells. */
  Optional<String> anchor(Row row) {
    return row.cells().stream()
        .findFirst()
        .filter(cells::contains)
        .filter(anchored::add)
        .map(ChartRow::anchor);
  }

  /** The link of a row to the section of its first cell, if there is one. */
  Optional<String> link(Row row) {
    return row.cells().stream().filter(cells::contains).findFirst().map(CellSection::anchor);
  }
}
