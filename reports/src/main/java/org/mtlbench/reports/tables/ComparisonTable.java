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
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;

/** Two runs side by side, row by row, with differences and whether they are beyond seed noise. */
public final class ComparisonTable {
  private static final int FEWEST_SEEDS = 2;

  private final Rows first;
  private final Rows second;
  private final TaskColumns tasks;
  private final Footnotes footnotes = new Footnotes();

  private ComparisonTable(Rows first, Rows second) {
    this.first = first;
    this.second = second;
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (Rows rows : List.of(first, second)) {
      rows.results()
          .tasksByDataset()
          .forEach(
              (dataset, names) ->
                  all.computeIfAbsent(dataset, ignored -> new LinkedHashSet<>()).addAll(names));
    }
    this.tasks = new TaskColumns(all);
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
        pairs.stream().map(ComparisonTable::difference).toList();
    List<Optional<Double>> corrected =
        Adjusted.of(differences.stream().flatMap(Optional::stream).toList());
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Optional<Difference> difference = differences.get(i);
      Optional<Double> p = difference.isPresent() ? corrected.get(next++) : Optional.empty();
      rows.add(row(pairs.get(i), difference, p));
    }
    return new Table(
        "comparison", "Two runs compared", columns(), rows, captions(), footnotes.texts());
  }

  private static Optional<Difference> difference(Matching.Pair pair) {
    Map<Long, Double> a = accuracies(pair.first());
    Map<Long, Double> b = accuracies(pair.second());
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    List<Long> common = a.keySet().stream().filter(b::containsKey).toList();
    return Optional.of(
        common.size() >= FEWEST_SEEDS
            ? Difference.paired(PairedTable.at(a, common), PairedTable.at(b, common))
            : Difference.unpaired(
                PairedTable.at(a, List.copyOf(a.keySet())),
                PairedTable.at(b, List.copyOf(b.keySet()))));
  }

  private static Map<Long, Double> accuracies(Optional<SeedGroup> group) {
    return group.map(g -> g.bySeed(Measures::meanAccuracy)).orElse(Map.of());
  }

  private List<Column> columns() {
    List<Column> columns = Rows.head();
    columns.add(Column.number("seeds-a", "Seeds A"));
    columns.add(Column.number("seeds-b", "Seeds B"));
    columns.add(Column.number("accuracy-mean-a", "Mean % A"));
    columns.add(Column.number("accuracy-mean-b", "Mean % B"));
    for (int task = 0; task < tasks.count(); task++) {
      columns.add(Column.number(TaskColumns.id("difference", task), "B - A " + tasks.header(task)));
    }
    columns.add(Column.number("difference-mean", "B - A mean"));
    columns.add(Column.number("p-holm", "p (Holm)"));
    columns.add(Column.text("beyond-noise", "Beyond seed noise"));
    columns.add(Column.number("sr-percent-a", "SR % A"));
    columns.add(Column.number("sr-percent-b", "SR % B"));
    columns.add(Column.number("main-minutes-a", "Min. A"));
    columns.add(Column.number("main-minutes-b", "Min. B"));
    columns.add(Column.text("notes", "Notes"));
    return columns;
  }

  private Row row(Matching.Pair pair, Optional<Difference> difference, Optional<Double> p) {
    List<Entry> entries = Rows.head(pair.any());
    entries.add(pair.first().map(Rows::seeds).orElseGet(Entry::nothing));
    entries.add(pair.second().map(Rows::seeds).orElseGet(Entry::nothing));
    entries.add(Figures.measured(summary(pair.first(), Measures::meanAccuracy)));
    entries.add(Figures.measured(summary(pair.second(), Measures::meanAccuracy)));
    for (int task = 0; task < tasks.count(); task++) {
      entries.add(taskDifference(pair, task));
    }
    entries.add(difference.map(Adjusted::change).orElseGet(Entry::nothing));
    entries.add(Adjusted.probability(p));
    entries.add(Entry.text(difference.map(d -> verdict(d, p)).orElse("")));
    entries.add(Figures.measured(summary(pair.first(), Measures::sr)));
    entries.add(Figures.measured(summary(pair.second(), Measures::sr)));
    entries.add(Figures.mean(summary(pair.first(), Measures::mainMinutes)));
    entries.add(Figures.mean(summary(pair.second(), Measures::mainMinutes)));
    entries.add(notes(pair));
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    pair.first().ifPresent(group -> flags.addAll(group.flags()));
    pair.second().ifPresent(group -> flags.addAll(group.flags()));
    List<String> cells = new ArrayList<>();
    pair.first().ifPresent(group -> cells.addAll(group.ids()));
    pair.second().ifPresent(group -> cells.addAll(group.ids()));
    return new Row(entries, flags, cells.stream().distinct().toList());
  }

  private static Optional<Summary> summary(
      Optional<SeedGroup> group, Function<CellRecord, Optional<Double>> measure) {
    return group.flatMap(g -> g.summary(measure));
  }

  private Entry taskDifference(Matching.Pair pair, int task) {
    Optional<Summary> a = pair.first().flatMap(group -> tasks.accuracy(group, task));
    Optional<Summary> b = pair.second().flatMap(group -> tasks.accuracy(group, task));
    return a.isPresent() && b.isPresent()
        ? Figures.change(b.get().mean() - a.get().mean())
        : Entry.nothing();
  }

  private static String verdict(Difference difference, Optional<Double> p) {
    if (p.isEmpty()) {
      return difference.n() < FEWEST_SEEDS
          ? "unknown, one seed"
          : difference.mean() == 0 ? "no" : "unknown, seeds agree";
    }
    String better = Adjusted.verdict(difference, p, "A", "B");
    return better.isEmpty() ? "no" : "yes, " + better + " is better";
  }

  private Entry notes(Matching.Pair pair) {
    List<Integer> numbers = new ArrayList<>();
    String text = "";
    if (pair.first().isEmpty()) {
      text = "only in B";
    } else if (pair.second().isEmpty()) {
      text = "only in A";
    } else {
      String config =
          ConfigDifference.between(pair.second().get().cell(), List.of(pair.first().get().cell()));
      if (!config.isEmpty()) {
        numbers.add(footnotes.number("B differs in its configuration: " + config));
      }
    }
    pair.first().ifPresent(group -> sideNotes("A", group, first, numbers));
    pair.second().ifPresent(group -> sideNotes("B", group, second, numbers));
    return Entry.text(text).noted(numbers);
  }

  private void sideNotes(String side, SeedGroup group, Rows rows, List<Integer> numbers) {
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      String why = gap.reason().isEmpty() ? "" : ": " + gap.reason();
      numbers.add(footnotes.number(side + ": " + gap.phrase() + why));
    }
    RowNotes.essential(group, rows.differences())
        .forEach(note -> numbers.add(footnotes.number(side + ": " + note)));
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "A: "
                + name(first)
                + ". B: "
                + name(second)
                + ". Differences are B minus A in points of test accuracy."));
    captions.add(
        Text.of(
            "Beyond seed noise: two-sided t test of the mean accuracy, paired where both have two"
                + " seeds in common (and then over these), Welch's elsewhere; below 0.05 after Holm's"
                + " correction over this table. \"no\" says that seeds could explain the difference,"
                + " not that there is none."));
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
                    + ": main training, mean over seeds, "
                    + Captions.conditions(rows.results().results())));
      }
    }
    return captions;
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
