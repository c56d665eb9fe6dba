package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;

/**
 * Methods compared pair by pair over the seeds that both have: the difference of mean test
 * accuracy, tested by Student's paired t test, p values by Holm's correction over the whole table.
 */
public final class PairedTable {
  /** Datasets with more rows than this are not compared all with all. */
  private static final int MOST_ROWS = 12;

  private static final int FEWEST_SEEDS = 2;

  private static final Comparator<SeedGroup> BY_ACCURACY =
      Comparator.comparingDouble(
          group -> group.summary(Measures::meanAccuracy).orElseThrow().mean());

  private record Pair(SeedGroup first, SeedGroup second, Difference difference) {}

  private final Rows rows;
  private final List<String> shortened = new ArrayList<>();

  private PairedTable(Rows rows) {
    this.rows = rows;
  }

  /** The table of a run; absent if no two rows of a dataset share two seeds. */
  public static Optional<Table> of(Rows rows) {
    return new PairedTable(rows).table();
  }

  private Optional<Table> table() {
    List<Pair> pairs = pairs();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<Double>> adjusted = Adjusted.of(pairs.stream().map(Pair::difference).toList());
    List<Row> table = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      table.add(row(pairs.get(i), adjusted.get(i)));
    }
    return Optional.of(
        new Table("pairs", "Methods compared over seeds", columns(), table, captions(), List.of()));
  }

  private List<Pair> pairs() {
    Map<String, List<SeedGroup>> candidates = new LinkedHashMap<>();
    for (SeedGroup group : rows.groups()) {
      if (group.bySeed(Measures::meanAccuracy).size() >= FEWEST_SEEDS) {
        candidates.computeIfAbsent(group.cell().dataset(), dataset -> new ArrayList<>()).add(group);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    candidates.forEach(
        (dataset, groups) -> {
          if (groups.size() > MOST_ROWS) {
            shortened.add(dataset);
            pairs.addAll(withBest(groups));
          } else {
            pairs.addAll(allWithAll(groups));
          }
        });
    return pairs;
  }

  private static List<Pair> withBest(List<SeedGroup> groups) {
    SeedGroup best = groups.stream().max(BY_ACCURACY).orElseThrow();
    return groups.stream()
        .filter(group -> !group.ids().equals(best.ids()))
        .flatMap(group -> pair(best, group).stream())
        .toList();
  }

  private static List<Pair> allWithAll(List<SeedGroup> groups) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (SeedGroup second : groups.subList(i + 1, groups.size())) {
        pair(groups.get(i), second).ifPresent(pairs::add);
      }
    }
    return pairs;
  }

  private static Optional<Pair> pair(SeedGroup first, SeedGroup second) {
    Map<Long, Double> one = first.bySeed(Measures::meanAccuracy);
    Map<Long, Double> other = second.bySeed(Measures::meanAccuracy);
    List<Long> common = one.keySet().stream().filter(other::containsKey).toList();
    return common.size() < FEWEST_SEEDS
        ? Optional.empty()
        : Optional.of(
            new Pair(first, second, Difference.paired(at(one, common), at(other, common))));
  }

  static double[] at(Map<Long, Double> values, List<Long> seeds) {
    return seeds.stream().mapToDouble(values::get).toArray();
  }

  private static List<Column> columns() {
    return List.of(
        Column.text("dataset", "Dataset"),
        Column.text("first", "A"),
        Column.text("second", "B"),
        Column.number("seeds", "Seeds"),
        Column.number("difference", "B - A"),
        Column.number("p", "p"),
        Column.number("p-holm", "p (Holm)"),
        Column.text("better", "Better"),
        Column.text("notes", "Notes"));
  }

  private Row row(Pair pair, Optional<Double> adjusted) {
    Difference difference = pair.difference();
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(pair.first().flags());
    flags.addAll(pair.second().flags());
    // The seeds compared are done, whatever became of others.
    flags.retainAll(Flag.OF_RESULTS);
    return new Row(
        List.of(
            Entry.text(pair.first().cell().dataset()),
            Entry.text(rows.name(pair.first())),
            Entry.text(rows.name(pair.second())),
            Entry.number(Integer.toString(difference.n()), difference.n()),
            Adjusted.change(difference),
            Adjusted.probability(difference.p()),
            Adjusted.probability(adjusted),
            Entry.text(Adjusted.verdict(difference, adjusted, "A", "B")),
            Entry.text(flags.stream().map(Flag::words).collect(Collectors.joining(", ")))),
        flags,
        Stream.of(pair.first(), pair.second()).flatMap(g -> g.ids().stream()).toList());
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Points of mean test accuracy over the seeds that both have, with the 95 % confidence"
                + " interval of the difference. p: two-sided paired t test, differences taken as"
                + " normal; p (Holm): corrected for all tests of this table. Better: below 0.05 after"
                + " the correction, no claim otherwise. Few seeds find large differences only."));
    if (!shortened.isEmpty()) {
      captions.add(
          Text.of(
              String.join(", ", shortened)
                  + ": more than "
                  + MOST_ROWS
                  + " rows, so each is compared with the most accurate one alone; having been chosen"
                  + " by these results, that one looks better than it is."));
    }
    return captions;
  }
}
