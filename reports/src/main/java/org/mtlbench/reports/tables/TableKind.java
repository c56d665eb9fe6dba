package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.published.PublishedFigures;
import org.mtlbench.reports.published.PublishedScores;
import org.mtlbench.reports.rows.Rows;

/** The tables that can be asked for. */
public enum TableKind {
  /** Results as the paper prints them, see {@link #byMetrics}, and beside its figures. */
  PAPER {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(byMetrics(rows, PaperTable::of));
      PublishedTable.of(rows, PublishedFigures.tableOne()).ifPresent(tables::add);
      tables.addAll(PublishedScoresTable.of(rows, PublishedScores.visualBenchmarks()));
      return tables;
    }
  },
  /** Task by task, see {@link #byMetrics}, and methods pair by pair. */
  TASKS {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(byMetrics(rows, TaskTable::of));
      PairedTable.of(rows).ifPresent(tables::add);
      return tables;
    }
  },
  /** Size, time and memory. */
  EFFICIENCY {
    @Override
    public List<Table> of(Rows rows) {
      return List.of(EfficiencyTable.of(rows));
    }
  };

  /** The tables of a run, each with an id of its own. */
  public abstract List<Table> of(Rows rows);

  /**
   * One table, or, where datasets differ in the metrics of their tasks, one per dataset, whose id
   * and title end with the dataset: columns of different metrics would be empty for most rows.
   */
  private static List<Table> byMetrics(Rows rows, Function<Rows, Table> table) {
    List<Rows> parts = rows.parts();
    return parts.size() == 1
        ? List.of(table.apply(rows))
        : parts.stream().map(part -> named(table.apply(part), part.datasets().get(0))).toList();
  }

  private static Table named(Table table, String dataset) {
    return table.named(table.id() + "-" + Label.fileName(dataset), table.title() + ": " + dataset);
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
