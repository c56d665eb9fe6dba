package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;

/**
 * The rows of several runs in one table, ordered by headline. Rows whose models have the same bits
 * say so. There are no ranks on a dataset whose rows differ in epochs of main training.
 */
public final class Leaderboard {
  private static final String TITLE = "Leaderboard";

  private final List<ComparedRun> runs;
  private final ComparedScores scores;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> footnotes = new LinkedHashMap<>();
  private final Set<String> unequal = new LinkedHashSet<>();
  private final Map<Line, Integer> ranks = new HashMap<>();

  private record Line(ComparedRun run, SeedGroup group) {}

  private Leaderboard(List<ComparedRun> runs) {
    this.runs = runs;
    this.scores = new ComparedScores(runs.stream().map(ComparedRun::rows).toList());
    for (String dataset : datasets(runs)) {
      List<Line> ofDataset =
          runs.stream()
              .flatMap(run -> run.rows().groups().stream().map(group -> new Line(run, group)))
              .filter(line -> line.group().cell().dataset().equals(dataset))
              .filter(line -> headline(line).isPresent())
              .sorted(Comparator.comparingDouble(this::score).reversed())
              .toList();
      lines.addAll(ofDataset);
      if (isComparable(ofDataset)) {
        rank(ofDataset);
      } else {
        unequal.add(dataset);
      }
    }
  }

  private static List<String> datasets(List<ComparedRun> runs) {
    return runs.stream().flatMap(run -> run.rows().datasets().stream()).distinct().toList();
  }

  /** Whether all rows were trained for the same epochs and report the scores of the same ones. */
  private static boolean isComparable(List<Line> lines) {
    List<CellRecord> cells =
        lines.stream().flatMap(line -> line.group().results().stream()).toList();
    return cells.stream().flatMap(cell -> Measures.mainEpochs(cell).stream()).distinct().count()
            <= 1
        && cells.stream().map(CellRecord::testEpochs).distinct().count() <= 1;
  }

  /** Numbers the lines of a dataset from 1; equal headlines share a rank. */
  private void rank(List<Line> ordered) {
    for (int i = 0; i < ordered.size(); i++) {
      boolean tie = i > 0 && score(ordered.get(i)) == score(ordered.get(i - 1));
      ranks.put(ordered.get(i), tie ? ranks.get(ordered.get(i - 1)) : Integer.valueOf(i + 1));
    }
  }

  /** The table of all datasets. */
  public static Table of(List<ComparedRun> runs) {
    return new Leaderboard(runs).table();
  }

  /** A table per dataset, as a section of a page. */
  public static TableSection section(List<ComparedRun> runs) {
    return new TableSection(
            "leaderboard",
            title(runs),
            datasets(runs).stream()
                .map(
                    dataset ->
                        TableSection.titled(
                            dataset,
                            of(runs.stream().flatMap(run -> run.of(dataset).stream()).toList())))
                .toList())
        .ofSeveralRuns();
  }

  private static String title(List<ComparedRun> runs) {
    return TITLE + " of " + runs.size() + " runs";
  }

  private Optional<Summary> headline(Line line) {
    return line.group().summary(scores.headline(line.group().cell().dataset())::valueOf);
  }

  private double score(Line line) {
    return scores.headline(line.group().cell().dataset()).sign()
        * headline(line).orElseThrow().mean();
  }

  private Table table() {
    ColumnList<Line> columns = columns();
    List<Row> rows =
        lines.stream()
            .map(line -> new Row(columns.entries(line), line.group().flags(), line.group().ids()))
            .toList();
    return new Table(
        "leaderboard",
        title(runs),
        columns.columns(),
        rows,
        captions(),
        List.copyOf(footnotes.keySet()),
        new CommonNotes(
            CommonNotes.intersection(
                lines.stream().map(line -> line.group().resultFlags()).toList()),
            List.of()));
  }

  private ColumnList<Line> columns() {
    ColumnList<Line> columns =
        ColumnList.<Line>named(runs.get(0).rows(), Line::group)
            .text("run", "Run", line -> line.run().folder())
            .key()
            .number("rank", "Rank", this::rank)
            .key()
            .number("seeds", "Seeds", line -> Rows.seeds(line.group()))
            .number("main-epochs", "Epochs", line -> Rows.mainEpochs(line.group()))
            .number("sr-percent", "SR %", measured(Measures::sr))
            .highestFirstIf(true);
    for (TaskColumns.TaskColumn task : scores.tasks().columns()) {
      columns
          .number(task.id(), task.header(), line -> task.entry(line.group()))
          .highestFirstIf(task.metric().higherIsBetter())
          .detailIf(!task.isImportant());
    }
    for (Headline headline : scores.distinctHeadlines()) {
      columns
          .number(
              headline.id(), headline.header(scores.tasks().plain()), line -> entry(line, headline))
          .highestFirstIf(headline.metric().higherIsBetter())
          .key();
    }
    return columns
        .number("total-minutes", "Total min", measured(Measures::totalMinutes))
        .key()
        .notes(this::notes);
  }

  private Entry rank(Line line) {
    return Optional.ofNullable(ranks.get(line))
        .map(rank -> Entry.number(Integer.toString(rank), rank))
        .orElseGet(Entry::missing);
  }

  private static Function<Line, Entry> measured(Function<CellRecord, Optional<Double>> measure) {
    return line -> NumberFormats.measured(line.group().summary(measure));
  }

  private Entry entry(Line line, Headline column) {
    return scores.headline(line.group().cell().dataset()).hasSameMetric(column)
        ? NumberFormats.measured(headline(line), column.metric())
        : Entry.missing();
  }

  private Entry notes(Line line) {
    List<String> notes = new ArrayList<>();
    twin(line).ifPresent(run -> notes.add("same bits as " + run.folder()));
    return Entry.text("")
        .noted(
            notes.stream()
                .map(note -> footnotes.computeIfAbsent(note, ignored -> footnotes.size() + 1))
                .toList());
  }

  /** The first earlier run with a row of the same bits. */
  private Optional<ComparedRun> twin(Line line) {
    return runs.stream()
        .takeWhile(run -> !run.equals(line.run()))
        .filter(
            run ->
                RowMatching.of(run.rows().groups(), line.run().rows().groups()).stream()
                    .anyMatch(
                        pair ->
                            pair.second().filter(line.group()::equals).isPresent()
                                && pair.hasSameBits()))
        .findFirst();
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Runs: "
                + runs.stream().map(ComparedRun::described).collect(Collectors.joining("; "))
                + "."));
    captions.add(
        Text.of(
            "Rows of all runs on the test set, the best one first; rows without a result are left"
                + " out. Same bits: for every common seed, the parameters' checksums and the test"
                + " scores are equal."));
    if (!unequal.isEmpty()) {
      captions.add(
          Text.of(
              "No ranks for "
                  + String.join(", ", unequal)
                  + ": rows differ in epochs of main training or in the epochs whose scores they"
                  + " report."));
    }
    scores.tasks().caption().ifPresent(captions::add);
    if (runs.stream().anyMatch(run -> run.rows().severalSeeds())) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
