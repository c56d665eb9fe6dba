package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.published.PublishedFigures;
import org.mtlbench.reports.rows.Rows;

/** The tables that can be asked for. */
public enum TableKind {
  /** Results as the paper prints them, and beside its figures. */
  PAPER {
    @Override
    public List<Table> of(Rows rows) {
      List<Table> tables = new ArrayList<>(List.of(PaperTable.of(rows)));
      PublishedTable.of(rows, PublishedFigures.tableOne()).ifPresent(tables::add);
      return tables;
    }
  },
  /** Task by task against single-task learning, and methods pair by pair. */
  TASKS {
    @Override
    public List<Table> of(Rows rows) {
      Optional<Table> pairs = PairedTable.of(rows);
      List<Table> tables = new ArrayList<>(List.of(TaskTable.of(rows, pairs.isPresent())));
      pairs.ifPresent(tables::add);
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

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
