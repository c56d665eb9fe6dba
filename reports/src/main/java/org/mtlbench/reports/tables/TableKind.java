package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.pareto.ParetoStudies;
import org.mtlbench.reports.pareto.ParetoStudy;
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

    @Override
    public List<TableSection> sections(Rows rows) {
      List<TableSection> sections = new ArrayList<>();
      sections.add(TableSection.byDataset(rows, PaperTable::of));
      PublishedTable.of(rows, PublishedFigures.tableOne())
          .map(TableSection::of)
          .ifPresent(sections::add);
      PublishedScoresTable.of(rows, PublishedScores.visualBenchmarks()).stream()
          .map(TableSection::of)
          .forEach(sections::add);
      return sections;
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
            .map(
                table ->
                    parts.size() == 1 ? table : TableSection.named(table, part.datasets().get(0)))
            .ifPresent(tables::add);
      }
      return tables;
    }

    @Override
    public List<TableSection> sections(Rows rows) {
      List<TableSection> sections = new ArrayList<>();
      sections.add(TableSection.byDataset(rows, TaskTable::of));
      PairedTable.of(rows).map(TableSection::of).ifPresent(sections::add);
      List<TableSection.Titled> measures =
          rows.byDataset().stream()
              .flatMap(
                  part ->
                      MeasureTable.of(part).stream()
                          .map(table -> TableSection.titled(part.datasets().get(0), table)))
              .toList();
      if (!measures.isEmpty()) {
        sections.add(new TableSection("measures", "Losses and further measures", measures));
      }
      return sections;
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

    @Override
    public List<TableSection> sections(Rows rows) {
      return OverallTable.of(rows).stream().map(TableSection::of).toList();
    }
  },
  /** Size, time and memory. */
  EFFICIENCY {
    @Override
    public List<Table> of(Rows rows) {
      return List.of(EfficiencyTable.of(rows));
    }

    @Override
    public List<TableSection> sections(Rows rows) {
      return List.of(TableSection.byDataset(rows, EfficiencyTable::of));
    }
  },
  /**
   * Fronts, best points and clusters of Pareto studies, and sparsity sweeps; none without these.
   */
  PARETO {
    @Override
    public List<Table> of(Rows rows) {
      return sections(rows).stream()
          .flatMap(section -> section.tables().stream())
          .map(TableSection.Titled::table)
          .toList();
    }

    @Override
    public List<TableSection> sections(Rows rows) {
      List<ParetoStudy> studies = ParetoStudies.of(rows);
      List<TableSection> sections = new ArrayList<>();
      ParetoFrontsTable.of(rows, studies).map(TableSection::of).ifPresent(sections::add);
      ParetoPointsTable.best(rows, studies).map(TableSection::of).ifPresent(sections::add);
      List<TableSection.Titled> clusters =
          rows.byDataset().stream()
              .flatMap(
                  part ->
                      studies.stream()
                          .filter(study -> part.datasets().contains(study.dataset()))
                          .flatMap(study -> ParetoPointsTable.of(part, study).stream()))
              .toList();
      if (!clusters.isEmpty()) {
        sections.add(new TableSection("pareto-points", "Pareto studies: points", clusters));
      }
      SparsitySweepTable.of(rows).map(TableSection::of).ifPresent(sections::add);
      return sections;
    }
  };

  /** The tables of a run; their ids are unique. */
  public abstract List<Table> of(Rows rows);

  /**
   * The same tables as sections of a page, where every dataset has a table of its own, so that
   * columns have the names of its tasks.
   */
  public abstract List<TableSection> sections(Rows rows);

  /**
   * A single table, or one per dataset if datasets differ in the metrics of their tasks, since most
   * rows of a common table would be empty. The ids and titles of several tables end with the
   * dataset.
   */
  private static List<Table> byMetrics(Rows rows, Function<Rows, Table> table) {
    List<Rows> parts = rows.parts();
    return parts.size() == 1
        ? List.of(table.apply(rows))
        : parts.stream()
            .map(part -> TableSection.named(table.apply(part), part.datasets().get(0)))
            .toList();
  }

  /** The name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
