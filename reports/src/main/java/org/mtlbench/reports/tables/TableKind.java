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

/** The tables of a report. */
public enum TableKind {
  /**
   * Results in the format of the paper, see {@link #byMetrics}, and the comparison with its
   * published results.
   */
  PAPER {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(byMetrics(rows, PaperTable::of));
      PublishedTable.of(rows, PublishedFigures.tableOne()).ifPresent(tables::add);
      tables.addAll(PublishedScoresTable.of(rows, PublishedScores.visualBenchmarks()));
      return tables;
    }
  },
  /**
   * Results per task, see {@link #byMetrics}, pairwise comparison of methods, and the losses and
   * further measures of each dataset with methods that report some.
   */
  TASKS {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(byMetrics(rows, TaskTable::of));
      PairedTable.of(rows).ifPresent(tables::add);
      List<Rows> parts = rows.parts();
      for (Rows part : parts) {
        MeasureTable.of(part)
            .map(table -> parts.size() == 1 ? table : named(table, part.datasets().get(0)))
            .ifPresent(tables::add);
      }
      return tables;
    }
  },
  /** Methods over all datasets and architectures, and rules of selecting an epoch. */
  STATISTICS {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(OverallTable.of(rows));
      SelectionTable.of(rows).ifPresent(tables::add);
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

  /** The tables of a run; their ids are unique. */
  public abstract List<Table> of(Rows rows);

  /**
   * A single table, or one per dataset if datasets differ in the metrics of their tasks, since most
   * rows of a common table would be empty. The ids and titles of several tables end with the
   * dataset.
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

  /** The name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
