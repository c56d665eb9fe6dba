package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Common;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Adjusted;
import org.mtlbench.reports.rows.ConfigDifference;
import org.mtlbench.reports.rows.Figures;
import org.mtlbench.reports.rows.PairedTests;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.rows.TaskColumns;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * Two runs side by side, row by row, with differences and whether they are beyond seed noise. Rows
 * that differ in epochs of main training are shown, but not tested.
 */
public final class ComparisonTable {
  private final Rows first;
  private final Rows second;
  private final TaskColumns tasks;
  private final Map<String, Headline> headlines = new LinkedHashMap<>();
  private final Map<String, Integer> footnotes = new LinkedHashMap<>();

  private ComparisonTable(Rows first, Rows second) {
    this.first = first;
    this.second = second;
    Map<String, List<TaskRecord>> all = new LinkedHashMap<>();
    for (Rows rows : List.of(first, second)) {
      rows.results()
          .tasksByDataset()
          .forEach((dataset, more) -> all.merge(dataset, more, ComparisonTable::joined));
    }
    this.tasks = new TaskColumns(all);
    // Delta_m of two runs has two references: their means of skill compare, the changes do not.
    all.forEach(
        (dataset, known) ->
            headlines.put(dataset, Headline.mean(known).orElseGet(() -> Headline.skill(known))));
  }

  /** The tasks of both lists, by their names. */
  private static List<TaskRecord> joined(List<TaskRecord> one, List<TaskRecord> other) {
    Map<String, TaskRecord> byName = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(task -> byName.putIfAbsent(task.name(), task));
    return List.copyOf(byName.values());
  }

  private Headline headline(Matching.Pair pair) {
    String dataset = pair.any().cell().dataset();
    return headlines.getOrDefault(dataset, Headline.skill(List.of()));
  }

  private List<Headline> distinctHeadlines() {
    List<Headline> distinct = new ArrayList<>();
    for (Headline headline : headlines.values()) {
      if (distinct.stream().noneMatch(headline::isLike)) {
        distinct.add(headline);
      }
    }
    return distinct;
  }

  /**
   * The table.
   *
   * @param first called A
   * @param second called B
   */
  public static Table of(Rows first, Rows second) {
    return new ComparisonTable(first, second).table();
  }

  private Table table() {
    List<Matching.Pair> pairs = Matching.of(first.groups(), second.groups());
    List<Optional<Difference>> differences =
        pairs.stream().map(pair -> difference(pair, headline(pair)::of)).toList();
    List<Optional<Difference>> tested =
        IntStream.range(0, pairs.size())
            .mapToObj(i -> differences.get(i).filter(d -> equallyTrained(pairs.get(i))))
            .toList();
    List<Optional<Double>> corrected =
        Adjusted.of(tested.stream().flatMap(Optional::stream).toList());
    List<Set<String>> notes = pairs.stream().map(this::notes).toList();
    List<Integer> known =
        IntStream.range(0, pairs.size())
            .filter(i -> differences.get(i).isPresent())
            .boxed()
            .toList();
    Common common =
        new Common(
            Common.intersection(known.stream().map(i -> resultFlags(pairs.get(i))).toList()),
            List.copyOf(Common.intersection(known.stream().map(notes::get).toList())));
    ColumnList<Line> columns = columns();
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Optional<Double> p = tested.get(i).isPresent() ? corrected.get(next++) : Optional.empty();
      List<String> own =
          notes.get(i).stream().filter(note -> !common.notes().contains(note)).toList();
      rows.add(
          row(
              new Line(
                  pairs.get(i), headline(pairs.get(i)), differences.get(i), tested.get(i), p, own),
              columns));
    }
    return new Table(
        "comparison",
        "Two runs compared",
        columns.columns(),
        rows,
        captions(pairs.stream().allMatch(ComparisonTable::equallyTrained)),
        List.copyOf(footnotes.keySet()),
        common);
  }

  /** Whether all seeds of both rows were trained for equally many main epochs, as far as known. */
  private static boolean equallyTrained(Matching.Pair pair) {
    return Stream.of(pair.first(), pair.second())
            .flatMap(Optional::stream)
            .flatMap(group -> group.bySeed(Measures::mainEpochs).values().stream())
            .distinct()
            .count()
        <= 1;
  }

  private static Set<Flag> resultFlags(Matching.Pair pair) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    pair.first().ifPresent(group -> flags.addAll(group.resultFlags()));
    pair.second().ifPresent(group -> flags.addAll(group.resultFlags()));
    return flags;
  }

  private static Optional<Difference> difference(
      Matching.Pair pair, Function<CellRecord, Optional<Double>> measure) {
    Map<Long, Double> a = pair.first().map(group -> group.bySeed(measure)).orElse(Map.of());
    Map<Long, Double> b = pair.second().map(group -> group.bySeed(measure)).orElse(Map.of());
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    List<Long> common = a.keySet().stream().filter(b::containsKey).toList();
    return Optional.of(
        common.size() >= PairedTests.MIN_SEEDS
            ? Difference.paired(PairedTests.at(a, common), PairedTests.at(b, common))
            : Difference.unpaired(
                PairedTests.at(a, List.copyOf(a.keySet())),
                PairedTests.at(b, List.copyOf(b.keySet()))));
  }

  /**
   * A row of the table.
   *
   * @param headline what the rows are compared by
   * @param difference of it; absent if one run has none
   * @param tested the same where the rows may be tested
   * @param p its p value after Holm's correction
   * @param notes of this row only
   */
  private record Line(
      Matching.Pair pair,
      Headline headline,
      Optional<Difference> difference,
      Optional<Difference> tested,
      Optional<Double> p,
      List<String> notes) {}

  private ColumnList<Line> columns() {
    Function<Line, Optional<SeedGroup>> a = line -> line.pair().first();
    Function<Line, Optional<SeedGroup>> b = line -> line.pair().second();
    ColumnList<Line> columns =
        ColumnList.<Line>named(first, line -> line.pair().any())
            .number("seeds-a", "Seeds A", a.andThen(ComparisonTable::seeds))
            .number("seeds-b", "Seeds B", b.andThen(ComparisonTable::seeds));
    for (Headline headline : distinctHeadlines()) {
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
    List<Headline> distinct = distinctHeadlines();
    for (Headline headline : distinct) {
      boolean mean = headline.kind() == Headline.Kind.MEAN && distinct.size() == 1;
      columns.number(
          "difference-" + headline.id(),
          "B - A " + (mean ? "mean" : headline.header(false)),
          line -> headline.isLike(line.headline()) ? meanDifference(line) : Entry.nothing());
    }
    return columns
        .number("p-holm", "p (Holm)", line -> Adjusted.probability(line.p()))
        .text(
            "beyond-noise",
            "Beyond seed noise",
            line -> line.tested().map(d -> verdict(line.headline(), d, line.p())).orElse(""))
        .number("sr-percent-a", "SR % A", a.andThen(measured(Measures::sr)))
        .number("sr-percent-b", "SR % B", b.andThen(measured(Measures::sr)))
        .number("main-minutes-a", "Train min A", a.andThen(ComparisonTable::minutes))
        .number("main-minutes-b", "Train min B", b.andThen(ComparisonTable::minutes))
        .notes(line -> notes(line.pair(), line.notes()));
  }

  private static Row row(Line line, ColumnList<Line> columns) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    Set<String> cells = new LinkedHashSet<>();
    Stream.of(line.pair().first(), line.pair().second())
        .flatMap(Optional::stream)
        .forEach(
            group -> {
              flags.addAll(group.flags());
              cells.addAll(group.ids());
            });
    return new Row(columns.entries(line), flags, List.copyOf(cells));
  }

  private static Entry seeds(Optional<SeedGroup> group) {
    return group.map(Rows::seeds).orElseGet(Entry::nothing);
  }

  private static Function<Optional<SeedGroup>, Entry> measured(
      Function<CellRecord, Optional<Double>> measure) {
    return group -> Figures.measured(group.flatMap(g -> g.summary(measure)));
  }

  private static Entry measured(
      Line line, Headline column, Function<Line, Optional<SeedGroup>> side) {
    return line.headline().isLike(column)
        ? Figures.measured(
            side.apply(line).flatMap(group -> group.summary(line.headline()::of)), column.metric())
        : Entry.nothing();
  }

  private static Entry minutes(Optional<SeedGroup> group) {
    return Figures.mean(group.flatMap(g -> g.summary(Measures::mainMinutes)));
  }

  private static Entry meanDifference(Line line) {
    return line.tested()
        .map(difference -> Adjusted.change(difference, line.headline().metric()))
        .or(() -> line.difference().map(d -> Figures.change(d.mean(), line.headline().metric())))
        .orElseGet(Entry::nothing);
  }

  private static Entry difference(Matching.Pair pair, TaskColumns.TaskColumn task) {
    return task.score(pair.any().cell().dataset())
        .flatMap(score -> difference(pair, score::test))
        .map(difference -> Figures.change(difference.mean(), task.metric()))
        .orElseGet(Entry::nothing);
  }

  private static String verdict(Headline headline, Difference difference, Optional<Double> p) {
    if (p.isEmpty()) {
      return difference.n() < PairedTests.MIN_SEEDS
          ? "unknown, one seed"
          : difference.mean() == 0 ? "no" : "unknown, seeds agree";
    }
    String better = Adjusted.verdict(headline, difference, p, "A", "B");
    return better.isEmpty() ? "no" : "yes, " + better + " is better";
  }

  private Entry notes(Matching.Pair pair, List<String> notes) {
    String text = pair.first().isEmpty() ? "only in B" : pair.second().isEmpty() ? "only in A" : "";
    return Entry.text(text).noted(notes.stream().map(this::number).sorted().toList());
  }

  private int number(String note) {
    return footnotes.computeIfAbsent(note, ignored -> footnotes.size() + 1);
  }

  private Set<String> notes(Matching.Pair pair) {
    Set<String> notes = new LinkedHashSet<>();
    if (pair.first().isPresent() && pair.second().isPresent()) {
      SeedGroup a = pair.first().get();
      SeedGroup b = pair.second().get();
      String config = ConfigDifference.between(b.cell(), List.of(a.cell()));
      if (!config.isEmpty()) {
        notes.add("B differs in its configuration: " + config);
      }
      Entry epochsOfA = Rows.mainEpochs(a);
      Entry epochsOfB = Rows.mainEpochs(b);
      if (epochsOfA.isNumber() && epochsOfB.isNumber() && !equallyTrained(pair)) {
        notes.add(
            "epochs of main training: "
                + epochsOfA.text()
                + " in A, "
                + epochsOfB.text()
                + " in B");
      }
    }
    Map<String, String> sides = new LinkedHashMap<>();
    pair.first().ifPresent(group -> sideNotes("A", group, first, sides));
    pair.second().ifPresent(group -> sideNotes("B", group, second, sides));
    sides.forEach((note, side) -> notes.add(side + ": " + note));
    return notes;
  }

  private static void sideNotes(
      String side, SeedGroup group, Rows rows, Map<String, String> sides) {
    List<String> notes = new ArrayList<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      notes.add(gap.text());
    }
    notes.addAll(RowNotes.of(group, rows));
    notes.forEach(note -> sides.merge(note, side, (one, other) -> one + " and " + other));
  }

  private List<Text> captions(boolean equallyTrained) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "A: "
                + name(first)
                + ". B: "
                + name(second)
                + ". Differences are B minus A "
                + unit()));
    captions.add(
        Text.of(
            "Beyond seed noise: two-sided t test of "
                + tested()
                + ", paired where both have two"
                + " seeds in common (and then over these), Welch's elsewhere; below 0.05 after Holm's"
                + " correction over this table. \"no\" says that seeds could explain the difference,"
                + " not that there is none."));
    if (!equallyTrained) {
      captions.add(
          Text.of(
              "Rows that differ in epochs of main training (see their notes) are not tested: the"
                  + " difference may be that of their epochs."));
    }
    tasks.caption().ifPresent(captions::add);
    if (first.severalSeeds() || second.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    for (Rows rows : List.of(first, second)) {
      if (!rows.results().results().isEmpty()) {
        captions.add(
            Text.of(
                "Minutes of "
                    + (rows == first ? "A" : "B")
                    + ": main phases, mean over seeds, "
                    + Captions.conditions(rows.results().results())));
      }
    }
    return captions;
  }

  /** What differences are in. */
  private String unit() {
    List<Headline> distinct = distinctHeadlines();
    return tasks.plain() && distinct.size() == 1 && distinct.get(0).metric().showsShare()
        ? "in points of test " + distinct.get(0).metric().words() + "."
        : "on the test set.";
  }

  /** What is tested. */
  private String tested() {
    return distinctHeadlines().stream()
        .map(headline -> headline.words().replace("mean test ", "the mean "))
        .collect(Collectors.joining(" or "));
  }

  private static String name(Rows rows) {
    return rows.results().run().name()
        + " ("
        + rows.results().run().matrixHash()
        + ", created "
        + rows.results().run().created()
        + ")";
  }
}
