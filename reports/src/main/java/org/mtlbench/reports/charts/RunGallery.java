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
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** Draws all pictures of a run. */
public final class RunGallery {
  // Drawing takes a twentieth of a second a cell, and a page with a thousand pictures is slow.
  private static final int ALL_CURVES_UP_TO = 100;
  private static final int MOST_CURVES_BEYOND = 40;

  private static final String CURVES = "curves/";
  private static final String SCALARISATION = "ls";

  private RunGallery() {}

  /**
   * Draws what the results have numbers for, and the curves of the first cells of the plan.
   *
   * @param folder read for the events
   * @param out the report's folder; the files go into {@link Gallery#FOLDER} in it
   */
  public static Gallery write(RunFolder folder, Path out, Rows rows, Renderer renderer)
      throws IOException {
    List<Picture> pictures =
        new ArrayList<>(
            RunPictures.of(
                rows.groups().stream()
                    .filter(group -> group.summary(Measures::meanAccuracy).isPresent())
                    .map(group -> row(group, rows))
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
      cells += curves(folder, outcome.cell(), pictures, notes) ? 1 : 0;
    }
    Gallery gallery = new GalleryWriter(renderer).write(pictures, out.resolve(Gallery.FOLDER));
    notes.addAll(0, gallery.missing());
    return new Gallery(gallery.drawn(), notes);
  }

  /** Of how many cells, the first of the plan, the epochs are shown. */
  public static int maxCurves(int cells) {
    return cells <= ALL_CURVES_UP_TO ? cells : MOST_CURVES_BEYOND;
  }

  /** The name of the picture of a cell's training. */
  public static String curvesOf(String cell) {
    return CURVES + cell;
  }

  private static boolean curves(
      RunFolder folder, PlannedCell cell, List<Picture> pictures, List<String> notes)
      throws IOException {
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
    return TrainingCurves.of(curvesOf(cell.id()), subject, TrainingHistory.of(events.events()))
        .map(pictures::add)
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
        measure -> group.summary(measure).map(RunGallery::estimate);
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
        group.flags().stream().filter(RunGallery::spoilsNumbers).map(Flag::words).toList());
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
