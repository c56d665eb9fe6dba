package org.mtlbench.reports.charts;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** Draws all charts of a run. */
public final class RunCharts {
  // A page with a thousand charts is slow.
  private static final int ALL_CURVES_UP_TO = 100;
  private static final int MAX_CURVES_BEYOND = 40;

  private static final String CURVES = "curves/";
  private static final double PERCENT = 100;
  private static final String SCALARISATION = "ls";

  private RunCharts() {}

  /**
   * Draws what the results have numbers for, and the curves of the first cells of the plan.
   *
   * @param folder read for the events
   * @param out the report's folder; the files go into {@link DrawnCharts#FOLDER} in it
   */
  public static DrawnCharts write(RunFolder folder, Path out, Rows rows, ChartRenderer renderer)
      throws IOException {
    List<PlannedCell> plan = rows.results().outcomes().stream().map(Outcome::cell).toList();
    ChartKey key =
        new ChartKey(
            plan.stream().map(PlannedCell::label).toList(),
            plan.stream().map(PlannedCell::architecture).toList());
    List<Chart> charts =
        new ArrayList<>(
            DatasetCharts.of(
                rows.groups().stream()
                    .filter(group -> group.summary(Measures::meanAccuracy).isPresent())
                    .map(group -> row(group, rows))
                    .toList(),
                key));
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
      cells += curves(folder, outcome, key, charts, notes) ? 1 : 0;
    }
    DrawnCharts drawn = new ChartWriter(renderer).write(charts, out.resolve(DrawnCharts.FOLDER));
    notes.addAll(0, drawn.missing());
    return new DrawnCharts(drawn.drawn(), notes);
  }

  /** Of how many cells, the first of the plan, the epochs are shown. */
  public static int maxCurves(int cells) {
    return cells <= ALL_CURVES_UP_TO ? cells : MAX_CURVES_BEYOND;
  }

  /** The name of the chart of a cell's training. */
  public static String curvesOf(String cell) {
    return CURVES + cell;
  }

  private static boolean curves(
      RunFolder folder, Outcome outcome, ChartKey key, List<Chart> charts, List<String> notes)
      throws IOException {
    PlannedCell cell = outcome.cell();
    EventReader.Batch events = new EventReader(folder.eventFile(cell.id())).readAll();
    // one broken line says enough of a file
    events.warnings().stream()
        .limit(1)
        .map(warning -> warning.replace(folder.root() + File.separator, ""))
        .forEach(warning -> notes.add("training curves of " + cell.id() + ": " + warning));
    String preference = SeedGroup.preference(cell.config().method());
    String subject =
        cell.label()
            + (preference.isEmpty() ? "" : " " + preference)
            + " · "
            + cell.architecture()
            + " · "
            + cell.dataset()
            + ", seed "
            + cell.seed();
    OptionalDouble constant =
        outcome.record().flatMap(CellRecord::constantPredictor).stream()
            .flatMap(record -> record.validation().byTask().values().stream())
            .mapToDouble(score -> PERCENT * score)
            .average();
    return TrainingCurvesChart.of(
            curvesOf(cell.id()),
            new TrainingCurvesChart.Subject(
                subject, key, cell.label(), cell.architecture(), constant),
            TrainingHistory.of(events.events()))
        .map(charts::add)
        .orElse(false);
  }

  private static ChartRow row(SeedGroup group, Rows rows) {
    PlannedCell cell = group.cell();
    Map<String, Estimate> tasks = new LinkedHashMap<>();
    for (String task : rows.tasks(cell.dataset())) {
      group.summary(Measures.accuracy(task)).ifPresent(s -> tasks.put(task, estimate(s)));
    }
    List<Double> weights = new ArrayList<>();
    if (cell.method().equals(SCALARISATION)) {
      cell.config().method().path("weights").forEach(weight -> weights.add(weight.asDouble()));
    }
    Function<Function<CellRecord, Optional<Double>>, Optional<Estimate>> of =
        measure -> group.summary(measure).map(RunCharts::estimate);
    return new ChartRow(
        cell.dataset(),
        cell.architecture(),
        cell.label(),
        weights.isEmpty() ? group.preference() : listed(weights),
        weights,
        tasks,
        of.apply(Measures::meanAccuracy).orElseThrow(),
        rows.results().constantAccuracies().getOrDefault(cell.dataset(), Map.of()),
        of.apply(Measures::sr),
        of.apply(Measures::totalMinutes),
        group.flags().stream().filter(RunCharts::spoilsNumbers).map(Flag::words).toList());
  }

  private static String listed(List<Double> weights) {
    return weights.stream()
        .map(weight -> BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", ", "(", ")"));
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
