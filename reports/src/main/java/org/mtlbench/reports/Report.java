package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.ComparedRun;
import org.mtlbench.reports.tables.ComparisonTable;
import org.mtlbench.reports.tables.Leaderboard;
import org.mtlbench.reports.tables.TableSection;
import org.mtlbench.results.folder.RunFolder;

/**
 * The content of a report, which every format renders.
 *
 * @param folder the run's folder, from which formats read events and logs
 * @param out the folder that the files are written to
 * @param rows rows of the run
 * @param tables the requested tables, in order
 * @param sections the same tables as sections of a page
 * @param comparison comparison with other runs, if one was requested
 * @param charts charts for the formats that show them
 */
public record Report(
    RunFolder folder,
    Path out,
    Rows rows,
    List<Table> tables,
    List<TableSection> sections,
    Optional<Comparison> comparison,
    DrawnCharts charts) {
  /** Makes a defensive copy of the list. */
  public Report {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(rows, "rows");
    tables = List.copyOf(tables);
    sections = List.copyOf(sections);
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(charts, "charts");
  }

  /**
   * Several runs and the tables that compare them.
   *
   * @param runs at least two; this run is the first
   * @param leaderboard the rows of all runs
   * @param pairs the comparison of the first run with each of the others, row by row
   */
  public record Comparison(List<ComparedRun> runs, Table leaderboard, List<Table> pairs) {
    /** Makes defensive copies of the lists. */
    public Comparison {
      runs = List.copyOf(runs);
      Objects.requireNonNull(leaderboard, "leaderboard");
      pairs = List.copyOf(pairs);
    }

    static Comparison of(List<ComparedRun> runs) {
      List<Table> pairs = new ArrayList<>();
      for (ComparedRun other : runs.subList(1, runs.size())) {
        Table table = ComparisonTable.of(runs.get(0), other);
        pairs.add(
            runs.size() == 2
                ? table
                : table.named(table.id() + "-" + runs.indexOf(other), table.title()));
      }
      return new Comparison(runs, Leaderboard.of(runs), pairs);
    }

    /** All tables, the leaderboard first. */
    public List<Table> tables() {
      return Stream.concat(Stream.of(leaderboard), pairs.stream()).toList();
    }

    /** The tables for the terminal: of two runs the differences, of more the leaderboard. */
    List<Table> summary() {
      return runs.size() == 2 ? pairs : List.of(leaderboard);
    }
  }

  /**
   * Builds the requested tables.
   *
   * @param compared this run and those that it is compared with; empty for no comparison
   */
  static Report of(
      ReportRequest request, Rows rows, List<ComparedRun> compared, DrawnCharts charts) {
    return new Report(
        request.folder(),
        request.out(),
        rows,
        request.tables().stream().flatMap(kind -> kind.of(rows).stream()).toList(),
        request.formats().contains(ReportFormat.HTML)
            ? request.tables().stream().flatMap(kind -> kind.sections(rows).stream()).toList()
            : List.of(),
        compared.size() < 2 ? Optional.empty() : Optional.of(Comparison.of(compared)),
        charts);
  }
}
