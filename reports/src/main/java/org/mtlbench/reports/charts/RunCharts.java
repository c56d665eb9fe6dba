package org.mtlbench.reports.charts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.rows.OverallScores;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.MetricRecord;
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
    List<PlannedCell> plan = rows.results().outcomes().stream().map(Outcome::cell).toList();
    ChartKey key =
        new ChartKey(
            plan.stream().map(PlannedCell::label).toList(),
            plan.stream().map(PlannedCell::architecture).toList());
    List<String> measures = Measures.furtherNames(rows.results().results());
    List<Chart> charts =
        new ArrayList<>(
            DatasetCharts.of(
                rows.groups().stream()
                    .filter(group -> rows.headline(group).isPresent())
                    .map(group -> row(group, rows, measures))
                    .toList(),
                key));
    charts.addAll(
        OverallCharts.of(
            new OverallScores(rows),
            key,
            rows.groups().stream()
                .flatMap(group -> caveats(group).stream())
                .distinct()
                .sorted()
                .toList()));
    List<String> notes = new ArrayList<>();
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

  private static ChartRow row(SeedGroup group, Rows rows, List<String> further) {
    PlannedCell cell = group.cell();
    Map<String, Estimate> tasks = new LinkedHashMap<>();
    for (TaskRecord task : rows.tasks(cell.dataset())) {
      group
          .summary(TaskMetric.primary(task)::test)
          .ifPresent(s -> tasks.put(task.name(), estimate(s)));
    }
    List<Double> weights = new ArrayList<>();
    if (group.method().has(MethodRole.SCALARISATION)) {
      group
          .method()
          .preferenceKey()
          .ifPresent(
              key ->
                  cell.config()
                      .method()
                      .path(key)
                      .forEach(weight -> weights.add(weight.asDouble())));
    }
    Function<Function<CellRecord, Optional<Double>>, Optional<Estimate>> of =
        measure -> group.summary(measure).map(RunCharts::estimate);
    Map<String, Estimate> measures = new LinkedHashMap<>();
    for (String name : further) {
      of.apply(record -> Measures.further(record, name))
          .ifPresent(value -> measures.put(name, value));
    }
    return new ChartRow(
        cell.dataset(),
        cell.architecture(),
        cell.label(),
        group.preference(),
        weights,
        tasks,
        of.apply(rows.headlineOf(group)::valueOf).orElseThrow(),
        scores(cell.dataset(), rows),
        of.apply(Measures::sr),
        of.apply(Measures::totalMinutes),
        measures,
        caveats(group));
  }

  private static List<String> caveats(SeedGroup group) {
    return group.flags().stream().filter(RunCharts::spoilsNumbers).map(Flag::displayName).toList();
  }

  private static ChartScores scores(String dataset, Rows rows) {
    Map<String, MetricRecord> metrics = new LinkedHashMap<>();
    Map<String, Double> constants = new LinkedHashMap<>();
    for (TaskRecord task : rows.tasks(dataset)) {
      metrics.put(task.name(), task.primary());
      rows.results()
          .constant(dataset, TaskMetric.primary(task))
          .ifPresent(value -> constants.put(task.name(), value));
    }
    Headline headline = rows.headlineOf(dataset);
    OptionalDouble constant =
        switch (headline.kind()) {
          case MEAN -> constants.values().stream().mapToDouble(Double::doubleValue).average();
          case SKILL -> OptionalDouble.of(0);
          case DELTA_M -> OptionalDouble.empty();
        };
    String subject =
        headline.kind() == Headline.Kind.MEAN ? headline.metric().phrase() : headline.phrase();
    return new ChartScores(
        metrics, headline.phrase(), subject, headline.metric(), constants, constant);
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

  private static boolean spoilsNumbers(Flag flag) {
    return switch (flag) {
      case SYNTHETIC_DATA, UNVERIFIED_DATA, REDUCED_BUDGET, EXTENDED_BUDGET -> true;
      case MISSING, FAILED, DIVERGED, TIMEOUT, COLLAPSED -> false;
    };
  }

  private static Estimate estimate(Summary summary) {
    OptionalDouble spread = summary.spread();
    return new Estimate(summary.mean(), spread);
  }
}
