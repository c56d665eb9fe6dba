package org.mtlbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.charts.RunCharts;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.reports.terminal.TerminalReport;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * What can be said of a run, read once from its folder: rows over seeds, the best ones, tests
 * between them, tables, charts and documents. The run may still be running; read again for newer
 * results.
 *
 * <pre>{@code
 * RunReport report = RunReport.read(Path.of("out"));
 * report.rows().forEach(row -> System.out.println(row.name() + " " + row.headline()));
 * report.write(Path.of("out"), ReportFormat.HTML);
 * }</pre>
 */
public final class RunReport {
  private final RunFolder folder;
  private final Rows rows;
  private final IdentityHashMap<SeedGroup, ResultRow> resultRows = new IdentityHashMap<>();

  private RunReport(RunFolder folder, Rows rows) {
    this.folder = folder;
    this.rows = rows;
    rows.groups().forEach(group -> resultRows.put(group, row(group)));
  }

  /**
   * Reads a run folder.
   *
   * @throws org.mtlbench.results.json.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.json.CorruptRecordException if there is no usable {@code run.json}
   * @throws IOException if the folder cannot be read
   */
  public static RunReport read(Path folder) throws IOException {
    RunFolder run = RunFolder.at(folder);
    return new RunReport(run, Rows.of(RunResults.read(run)));
  }

  /** What the run was made for: its matrix, machine, versions and plan. */
  public RunRecord run() {
    return rows.results().run();
  }

  /** A sentence for each record that could not be used. */
  public List<String> warnings() {
    return rows.results().warnings();
  }

  /** The ids of the datasets, in the order of the tables. */
  public List<String> datasets() {
    return rows.datasets();
  }

  /** All rows in the order of the tables, those without a result too. */
  public List<ResultRow> rows() {
    return rows.groups().stream().map(resultRows::get).toList();
  }

  /**
   * The multi-task row of a dataset with the best headline. As in the tables the headline is that
   * of the test split, of each cell's model that was best on validation, and is a mean over seeds;
   * a small lead may be chance, see {@link #tests}. Of rows that tie, the first.
   *
   * @return absent if the dataset has no multi-task row with a result, or its rows were trained for
   *     different numbers of epochs, for which tables mark no best row
   */
  public Optional<ResultRow> best(String dataset) {
    int sign = rows.headlineOf(dataset).sign();
    return rows().stream()
        .filter(row -> row.dataset().equals(dataset) && !row.singleTask())
        .filter(row -> row.headline().isPresent() && rows.equalTraining().isComparable(dataset))
        .min(Comparator.comparingDouble(row -> -sign * row.headline().orElseThrow().mean()));
  }

  /**
   * Rows of one dataset tested pair by pair; all with the best one where there are more than 12.
   * None of a dataset whose rows were trained for different numbers of epochs, and none of rows
   * that have fewer than two seeds in common.
   */
  public List<RowTest> tests() {
    return rows.tests().pairs().stream()
        .map(
            pair ->
                new RowTest(
                    resultRows.get(pair.first()),
                    resultRows.get(pair.second()),
                    pair.difference(),
                    pair.corrected(),
                    pair.significant()))
        .toList();
  }

  /** The tables of the report in a form that no format is tied to. */
  public List<Table> tables(TableKind... kinds) {
    return all(TableKind.class, List.of(kinds)).stream()
        .flatMap(kind -> kind.of(rows).stream())
        .toList();
  }

  /**
   * The results at a glance as lines of text.
   *
   * @param width in characters, at most which lines are long where their words permit
   */
  public List<String> lines(int width) {
    return TerminalReport.results(rows, width);
  }

  /**
   * Writes documents with all tables, and for HTML the charts; see {@link ReportFormat} for the
   * files. Each is written atomically and replaces an older one.
   *
   * @param out created if it is missing; may be the run folder
   * @param formats all of them if none is named
   * @return the files, the one to open first in front
   * @throws org.mtlbench.results.folder.UnwritableException if one cannot be written
   */
  public List<Path> write(Path out, ReportFormat... formats) throws IOException {
    return ReportWriter.write(
            new ReportRequest(
                folder,
                out,
                all(ReportFormat.class, List.of(formats)),
                EnumSet.allOf(TableKind.class),
                List.of(),
                rows.rope()))
        .files();
  }

  /**
   * Draws the charts alone: {@code charts/NAME.svg} and {@code charts/NAME.png} of the scores of
   * each dataset, its trade-offs, and each cell's training.
   *
   * @param out created if it is missing
   * @return the charts by name, and a sentence for each that could not be drawn or written
   */
  public DrawnCharts writeCharts(Path out) throws IOException {
    return RunCharts.write(folder, out, rows, new CanvasRenderer());
  }

  private static <E extends Enum<E>> Set<E> all(Class<E> type, List<E> named) {
    return named.isEmpty() ? EnumSet.allOf(type) : EnumSet.copyOf(named);
  }

  private ResultRow row(SeedGroup group) {
    Headline headline = rows.headlineOf(group);
    List<Score> scores = new ArrayList<>();
    for (TaskRecord task : rows.tasks(group.cell().dataset())) {
      for (MetricRecord metric : task.metrics()) {
        group
            .summary(new TaskMetric(task.name(), metric)::test)
            .ifPresent(value -> scores.add(new Score(task.name(), metric, value)));
      }
    }
    return new ResultRow(
        rows.name(group),
        group.cell(),
        group.outcomes().size(),
        group.results(),
        group.isSingleTask(),
        rows.headline(group).map(value -> new Score(headline.phrase(), headline.metric(), value)),
        scores,
        group.flags());
  }
}
