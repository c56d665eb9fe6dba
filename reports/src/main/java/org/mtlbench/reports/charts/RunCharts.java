package org.mtlbench.reports.charts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.reports.pareto.ParetoStudies;
import org.mtlbench.reports.pareto.ParetoStudy;
import org.mtlbench.reports.pareto.StudyCharts;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.rows.NotableRows;
import org.mtlbench.reports.rows.OverallScores;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.similarity.SimilarityCharts;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.TaskRecord;

/** Draws all charts of a run. */
public final class RunCharts {
  // A page with a thousand charts would be slow.
  private static final int ALL_CURVES_UP_TO = 100;
  private static final int MAX_CURVES_BEYOND = 40;

  private static final String CURVES = "curves/";

  private RunCharts() {}

  /**
   * Draws all charts for which there is data, and the training curves of the first cells of the
   * plan.
   *
   * @param folder the run's folder, from which events are read
   * @param out the report's folder; the files go to its subfolder {@link DrawnCharts#FOLDER}
   */
  public static DrawnCharts write(RunFolder folder, Path out, Rows rows, ChartRenderer renderer)
      throws IOException {
    ChartKey key = key(rows);
    Map<String, List<ChartRow>> byDataset = ChartRows.byDataset(rows);
    List<Chart> charts = new ArrayList<>();
    byDataset.forEach(
        (dataset, members) ->
            charts.addAll(OverviewChart.of(overview(rows, dataset, members, key))));
    List<ParetoStudy> studies = ParetoStudies.of(rows);
    charts.addAll(StudyCharts.comparisons(studies));
    studies.forEach(study -> charts.addAll(StudyCharts.of(study)));
    MethodCurves curves = MethodCurves.read(folder, rows);
    byDataset.forEach(
        (dataset, members) -> {
          charts.addAll(DatasetCharts.of(dataset, members, key));
          MethodCurvesChart.of(dataset, rows.headlineOf(dataset), members, curves, key)
              .ifPresent(charts::add);
        });
    charts.addAll(
        OverallCharts.of(
            new OverallScores(rows),
            key,
            rows.groups().stream()
                .flatMap(group -> ChartRows.caveats(group).stream())
                .distinct()
                .sorted()
                .toList()));
    SimilarityCharts similarity = SimilarityCharts.read(folder, rows);
    charts.addAll(similarity.charts());
    List<String> notes = new ArrayList<>(similarity.missing());
    List<Outcome> outcomes = rows.results().outcomes();
    int most = maxCurves(outcomes.size());
    int cells = 0;
    for (Outcome outcome : outcomes) {
      if (cells == most) {
        notes.add(
            "training curves: drawn for the first "
                + most
                + " of "
                + outcomes.size()
                + " cells; the numbers of the others are in events/");
        break;
      }
      cells += curves(folder, rows, outcome, key, charts, notes) ? 1 : 0;
    }
    DrawnCharts drawn = new ChartWriter(renderer).write(charts, out.resolve(DrawnCharts.FOLDER));
    notes.addAll(0, drawn.missing());
    return new DrawnCharts(drawn.drawn(), notes);
  }

  /** The colours and shapes of the methods and architectures of a run. */
  public static ChartKey key(Rows rows) {
    List<PlannedCell> plan = rows.results().outcomes().stream().map(Outcome::cell).toList();
    return new ChartKey(
        plan.stream().map(PlannedCell::label).toList(),
        plan.stream().map(PlannedCell::architecture).toList());
  }

  private static OverviewChart.Subject overview(
      Rows rows, String dataset, List<ChartRow> members, ChartKey key) {
    Optional<NotableRows> notable = NotableRows.of(rows, dataset);
    Set<String> names =
        notable.stream()
            .flatMap(NotableRows::all)
            .map(group -> group.cell().id())
            .collect(Collectors.toSet());
    List<String> caveats = new ArrayList<>();
    rows.equalTraining().reason(dataset).ifPresent(caveats::add);
    int slots =
        rows.results().results().stream()
            .mapToInt(cell -> cell.execution().slots())
            .max()
            .orElse(1);
    if (slots > 1) {
      caveats.add("times with up to " + slots + " cells running at once");
    }
    members.stream()
        .flatMap(row -> row.caveats().stream())
        .distinct()
        .sorted()
        .forEach(caveats::add);
    return new OverviewChart.Subject(
        dataset,
        members,
        key,
        names,
        notable.flatMap(NotableRows::bestMultiTask).map(group -> group.cell().id()).orElse(""),
        caveats);
  }

  /** The number of cells whose training curves are drawn, counted from the start of the plan. */
  public static int maxCurves(int cells) {
    return cells <= ALL_CURVES_UP_TO ? cells : MAX_CURVES_BEYOND;
  }

  /** The name of the training chart of a cell. */
  public static String curvesOf(String cell) {
    return CURVES + cell;
  }

  private static boolean curves(
      RunFolder folder,
      Rows rows,
      Outcome outcome,
      ChartKey key,
      List<Chart> charts,
      List<String> notes)
      throws IOException {
    PlannedCell cell = outcome.cell();
    EventReader.Batch events = new EventReader(folder.eventFile(cell.id())).readAll();
    // One warning about malformed lines per file is enough.
    events.warnings().stream()
        .limit(1)
        .map(warning -> warning.replace(folder.root() + File.separator, ""))
        .forEach(warning -> notes.add("training curves of " + cell.id() + ": " + warning));
    String preference = rows.results().preference(cell);
    String subject =
        cell.label()
            + (preference.isEmpty() ? "" : " " + preference)
            + " · "
            + cell.architecture()
            + " · "
            + cell.dataset()
            + ", seed "
            + cell.seed();
    return TrainingCurvesChart.of(
            curvesOf(cell.id()),
            new TrainingCurvesChart.Subject(
                subject,
                key,
                cell.label(),
                cell.architecture(),
                tasks(rows, cell, events.events()),
                outcome.record().flatMap(CellRecord::constantPredictor)),
            TrainingHistory.of(events.events()))
        .map(charts::add)
        .orElse(false);
  }

  /**
   * The tasks whose curves are drawn: those that the run describes, or those with scores in the
   * events if the run was recorded in schema 1 and the dataset has no result.
   */
  private static List<TaskRecord> tasks(Rows rows, PlannedCell cell, List<Event> events) {
    List<TaskRecord> described =
        rows.results().run().datasets().getOrDefault(cell.dataset(), List.of());
    if (!described.isEmpty()) {
      return described;
    }
    return events.stream()
        .filter(Event.EpochEnded.class::isInstance)
        .map(event -> Schema1.tasks(((Event.EpochEnded) event).scores()))
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
