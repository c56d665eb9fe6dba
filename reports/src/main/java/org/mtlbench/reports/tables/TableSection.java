package org.mtlbench.reports.tables;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.rows.Rows;

/**
 * Tables of one kind, as a section of a page.
 *
 * @param id id in links, lower case with hyphens; unique within a page
 * @param title title of the section
 * @param tables the tables of the section
 * @param ofRun whether all rows belong to the run of the page, so that they can link to its cells
 */
public record TableSection(String id, String title, List<Titled> tables, boolean ofRun) {
  /** Makes a defensive copy of the list. */
  public TableSection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    tables = List.copyOf(tables);
  }

  /** A section of a run. */
  TableSection(String id, String title, List<Titled> tables) {
    this(id, title, tables, true);
  }

  /** A copy whose rows belong to several runs. */
  public TableSection ofSeveralRuns() {
    return new TableSection(id, title, tables, false);
  }

  /**
   * A table and its place in the section.
   *
   * @param dataset the dataset of all its rows, and what else they have in common; empty if the
   *     table is not limited to one
   * @param table the table
   */
  public record Titled(String dataset, Table table) {}

  /** A section of a single table. */
  public static TableSection of(Table table) {
    return new TableSection(table.id(), table.title(), List.of(new Titled("", table)));
  }

  /** A section with a table per dataset, whose columns have the names of the dataset's tasks. */
  static TableSection byDataset(Rows rows, Function<Rows, Table> table) {
    List<Rows> parts = rows.byDataset();
    List<Table> tables = parts.stream().map(table).toList();
    return new TableSection(
        tables.get(0).id(),
        tables.get(0).title(),
        IntStream.range(0, parts.size())
            .mapToObj(i -> titled(parts.get(i).datasets().get(0), tables.get(i)))
            .toList());
  }

  /** A table of a single dataset. */
  static Titled titled(String dataset, Table table) {
    return new Titled(dataset, named(table, dataset));
  }

  /** A copy whose id and title end with the dataset. */
  static Table named(Table table, String dataset) {
    return table.named(table.id() + "-" + Label.fileName(dataset), table.title() + ": " + dataset);
  }
}
