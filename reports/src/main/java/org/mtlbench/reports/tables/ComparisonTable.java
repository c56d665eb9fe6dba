package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.HolmAdjustment;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.PairedTests;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.results.CellRecord;

/**
 * A comparison of two runs, row by row, with differences and whether they exceed seed noise. Rows
 * that differ in epochs of main training are shown, but not tested.
 */
public final class ComparisonTable {
  private final List<ComparedRun> runs;
  private final Rows first;
  private final ComparedScores scores;
  private final ComparisonNotes notes;

  private ComparisonTable(ComparedRun first, ComparedRun second) {
    this.runs = List.of(first, second);
    this.first = first.rows();
    this.scores = new ComparedScores(List.of(first.rows(), second.rows()));
    this.notes = new ComparisonNotes(first.rows(), second.rows());
  }

  /**
   * Builds the table.
   *
   * @param first run A
   * @param second run B
   */
  public static Table of(ComparedRun first, ComparedRun second) {
    return new ComparisonTable(first, second).table();
  }

  private Table table() {
    List<RowMatching.Pair> pairs = RowMatching.of(first.groups(), runs.get(1).rows().groups());
    List<Set<String>> notesOfPairs = pairs.stream().map(notes::of).toList();
    List<Optional<Difference>> differences =
        pairs.stream().map(pair -> pair.difference(headline(pair)::valueOf)).toList();
    CommonNotes common = common(pairs, differences, notesOfPairs);
    ColumnList<Line> columns = columns();
    List<Row> rows =
        lines(pairs, differences, notesOfPairs, common).stream()
            .map(line -> new Row(columns.entries(line), line.pair().flags(), line.pair().ids()))
            .toList();
    return new Table(
        "comparison",
        runs.get(0).folder() + " (A) and " + runs.get(1).folder() + " (B) compared",
        columns.columns(),
        rows,
        new ComparisonCaptions(runs.get(0), runs.get(1), scores)
            .all(pairs.stream().allMatch(RowMatching.Pair::equallyTrained)),
        notes.footnotes(),
        common);
  }

  private Headline headline(RowMatching.Pair pair) {
    return scores.headline(pair.any().cell().dataset());
  }

  /** Flags and notes that all pairs with a difference share. */
  private static CommonNotes common(
      List<RowMatching.Pair> pairs,
      List<Optional<Difference>> differences,
      List<Set<String>> notesOfPairs) {
    List<Integer> known =
        IntStream.range(0, pairs.size())
            .filter(i -> differences.get(i).isPresent())
            .boxed()
            .toList();
    return new CommonNotes(
        CommonNotes.intersection(known.stream().map(i -> pairs.get(i).resultFlags()).toList()),
        List.copyOf(CommonNotes.intersection(known.stream().map(notesOfPairs::get).toList())));
  }

  private List<Line> lines(
      List<RowMatching.Pair> pairs,
      List<Optional<Difference>> differences,
      List<Set<String>> notesOfPairs,
      CommonNotes common) {
    List<Optional<Difference>> tested =
        IntStream.range(0, pairs.size())
            .mapToObj(i -> differences.get(i).filter(d -> pairs.get(i).equallyTrained()))
            .toList();
    List<Optional<Double>> corrected =
        HolmAdjustment.of(tested.stream().flatMap(Optional::stream).toList());
    List<Line> lines = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Optional<Double> p = tested.get(i).isPresent() ? corrected.get(next++) : Optional.empty();
      List<String> own =
          notesOfPairs.get(i).stream().filter(note -> !common.notes().contains(note)).toList();
      lines.add(
          new Line(
              pairs.get(i), headline(pairs.get(i)), differences.get(i), tested.get(i), p, own));
    }
    return lines;
  }

  /**
   * A row of the table.
   *
   * @param headline the headline by which they are compared
   * @param difference difference of the headlines; absent if one run has none
   * @param tested the same, if the rows may be tested
   * @param p p value after Holm's correction
   * @param notes notes of this row only
   * @param pair the rows compared
   */
  private record Line(
      RowMatching.Pair pair,
      Headline headline,
      Optional<Difference> difference,
      Optional<Difference> tested,
      Optional<Double> p,
      List<String> notes) {}

  private ColumnList<Line> columns() {
    TaskColumns tasks = scores.tasks();
    List<Headline> distinct = scores.distinctHeadlines();
    Function<Line, Optional<SeedGroup>> a = line -> line.pair().first();
    Function<Line, Optional<SeedGroup>> b = line -> line.pair().second();
    ColumnList<Line> columns =
        ColumnList.<Line>named(first, line -> line.pair().any())
            .number("seeds-a", "Seeds A", a.andThen(ComparisonTable::seeds))
            .number("seeds-b", "Seeds B", b.andThen(ComparisonTable::seeds));
    for (Headline headline : distinct) {
      String header = headline.header(tasks.plain());
      columns
          .number(headline.id() + "-a", header + " A", line -> measured(line, headline, a))
          .number(headline.id() + "-b", header + " B", line -> measured(line, headline, b));
    }
    for (TaskColumns.TaskColumn task : tasks.columns()) {
      columns.number(
          task.id("difference-" + task.metric().id()),
          "B - A " + (tasks.plain() ? task.name() : task.header()),
          line -> difference(line.pair(), task));
    }
    for (Headline headline : distinct) {
      boolean mean = headline.kind() == Headline.Kind.MEAN && distinct.size() == 1;
      columns.number(
          "difference-" + headline.id(),
          "B - A " + (mean ? "mean" : headline.header(false)),
          line -> headline.hasSameMetric(line.headline()) ? meanDifference(line) : Entry.missing());
    }
    return columns
        .number("p-holm", "p (Holm)", line -> HolmAdjustment.probability(line.p()))
        .text(
            "beyond-noise",
            "Beyond seed noise",
            line ->
                line.pair().hasSameBits()
                    ? "no, same bits"
                    : line.tested().map(d -> verdict(line.headline(), d, line.p())).orElse(""))
        .number("sr-percent-a", "SR % A", a.andThen(measured(Measures::sr)))
        .number("sr-percent-b", "SR % B", b.andThen(measured(Measures::sr)))
        .number("main-minutes-a", "Train min A", a.andThen(ComparisonTable::minutes))
        .number("main-minutes-b", "Train min B", b.andThen(ComparisonTable::minutes))
        .notes(line -> notes.entry(line.pair(), line.notes()));
  }

  private static Entry seeds(Optional<SeedGroup> group) {
    return group.map(Rows::seeds).orElseGet(Entry::missing);
  }

  private static Function<Optional<SeedGroup>, Entry> measured(
      Function<CellRecord, Optional<Double>> measure) {
    return group -> NumberFormats.measured(group.flatMap(g -> g.summary(measure)));
  }

  private static Entry measured(
      Line line, Headline column, Function<Line, Optional<SeedGroup>> side) {
    return line.headline().hasSameMetric(column)
        ? NumberFormats.measured(
            side.apply(line).flatMap(group -> group.summary(line.headline()::valueOf)),
            column.metric())
        : Entry.missing();
  }

  private static Entry minutes(Optional<SeedGroup> group) {
    return NumberFormats.mean(group.flatMap(g -> g.summary(Measures::mainMinutes)));
  }

  private static Entry meanDifference(Line line) {
    return line.tested()
        .map(difference -> HolmAdjustment.change(difference, line.headline().metric()))
        .or(
            () ->
                line.difference()
                    .map(d -> NumberFormats.change(d.mean(), line.headline().metric())))
        .orElseGet(Entry::missing);
  }

  private static Entry difference(RowMatching.Pair pair, TaskColumns.TaskColumn task) {
    return task.score(pair.any().cell().dataset())
        .flatMap(score -> pair.difference(score::test))
        .map(difference -> NumberFormats.change(difference.mean(), task.metric()))
        .orElseGet(Entry::missing);
  }

  private static String verdict(Headline headline, Difference difference, Optional<Double> p) {
    if (p.isEmpty()) {
      return difference.n() < PairedTests.MIN_SEEDS
          ? "unknown, one seed"
          : difference.mean() == 0 ? "no" : "unknown, equal seeds";
    }
    String better = HolmAdjustment.verdict(headline, difference, p, "A", "B");
    return better.isEmpty() ? "no" : "yes, " + better + " is better";
  }
}
