package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;

/**
 * Pairwise comparison of the rows of a dataset over common seeds: the difference of their
 * headlines, tested with Student's paired t test and corrected with Holm's method over the whole
 * run. Rows of datasets without equal training are not compared.
 */
public final class PairedTests {
  /** Above this number of rows, each row of a dataset is compared only with the best one. */
  public static final int MAX_ROWS = 12;

  /** Minimum number of common seeds for a paired test. */
  public static final int MIN_SEEDS = 2;

  private final Function<SeedGroup, Headline> headlines;
  private final List<Pair> pairs;
  private final List<String> shortened = new ArrayList<>();

  /**
   * Runs all tests of a run.
   *
   * @param headlines headline of a row's dataset
   */
  PairedTests(List<SeedGroup> rows, EqualTraining equal, Function<SeedGroup, Headline> headlines) {
    this.headlines = headlines;
    List<Pair> tested = new ArrayList<>();
    candidates(rows, equal)
        .forEach(
            (dataset, groups) -> {
              if (groups.size() > MAX_ROWS) {
                shortened.add(dataset);
                tested.addAll(withBest(groups));
              } else {
                tested.addAll(allWithAll(groups));
              }
            });
    List<Optional<Double>> corrected =
        HolmAdjustment.of(tested.stream().map(Pair::difference).toList());
    this.pairs = new ArrayList<>();
    for (int i = 0; i < tested.size(); i++) {
      Pair pair = tested.get(i);
      OptionalDouble p = corrected.get(i).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
      pairs.add(new Pair(pair.first(), pair.second(), pair.headline(), pair.difference(), p));
    }
  }

  /**
   * The comparison of two rows.
   *
   * @param first the row that comes first in the plan, or the best one
   * @param second the other row
   * @param headline the headline by which they are compared
   * @param difference second minus first, in displayed units
   * @param corrected p value after Holm's correction; absent if nothing varies
   */
  public record Pair(
      SeedGroup first,
      SeedGroup second,
      Headline headline,
      Difference difference,
      OptionalDouble corrected) {
    /** Whether the difference is significant. */
    public boolean significant() {
      return corrected.isPresent() && corrected.getAsDouble() < HolmAdjustment.LEVEL;
    }

    /** Whether the row has the better mean over the compared seeds, significant or not. */
    public boolean isBetter(SeedGroup row) {
      return row.ids().equals((headline.sign() * difference.mean() > 0 ? second : first).ids());
    }

    private boolean isOf(SeedGroup one, SeedGroup other) {
      return Set.of(first.ids(), second.ids()).equals(Set.of(one.ids(), other.ids()));
    }
  }

  /** All pairs, by dataset. */
  public List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** Datasets whose rows were compared only with the best one. */
  public List<String> shortened() {
    return List.copyOf(shortened);
  }

  /**
   * The comparison of two rows in either order; absent if they have fewer than two seeds in common.
   */
  public Optional<Pair> between(SeedGroup one, SeedGroup other) {
    return pairs.stream().filter(pair -> pair.isOf(one, other)).findFirst();
  }

  private Map<String, List<SeedGroup>> candidates(List<SeedGroup> rows, EqualTraining equal) {
    Map<String, List<SeedGroup>> candidates = new LinkedHashMap<>();
    for (SeedGroup group : rows) {
      String dataset = group.cell().dataset();
      if (equal.isComparable(dataset) && bySeed(group).size() >= MIN_SEEDS) {
        candidates.computeIfAbsent(dataset, ignored -> new ArrayList<>()).add(group);
      }
    }
    return candidates;
  }

  private List<Pair> withBest(List<SeedGroup> groups) {
    Comparator<SeedGroup> byHeadline = Comparator.comparingDouble(this::score);
    SeedGroup best =
        groups.stream()
            .filter(group -> !group.isSingleTask())
            .max(byHeadline)
            .or(() -> groups.stream().max(byHeadline))
            .orElseThrow();
    return groups.stream()
        .filter(group -> !group.ids().equals(best.ids()))
        .flatMap(group -> pair(best, group).stream())
        .toList();
  }

  private List<Pair> allWithAll(List<SeedGroup> groups) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (SeedGroup second : groups.subList(i + 1, groups.size())) {
        pair(groups.get(i), second).ifPresent(pairs::add);
      }
    }
    return pairs;
  }

  private Optional<Pair> pair(SeedGroup first, SeedGroup second) {
    Map<Long, Double> one = bySeed(first);
    Map<Long, Double> other = bySeed(second);
    List<Long> common = one.keySet().stream().filter(other::containsKey).toList();
    return common.size() < MIN_SEEDS
        ? Optional.empty()
        : Optional.of(
            new Pair(
                first,
                second,
                headlines.apply(first),
                Difference.paired(valuesAt(one, common), valuesAt(other, common)),
                OptionalDouble.empty()));
  }

  private Map<Long, Double> bySeed(SeedGroup group) {
    return group.bySeed(headlines.apply(group)::valueOf);
  }

  private double score(SeedGroup group) {
    Headline headline = headlines.apply(group);
    return headline.sign() * group.summary(headline::valueOf).orElseThrow().mean();
  }

  /** The values of the given seeds, in their order. */
  public static double[] valuesAt(Map<Long, Double> values, List<Long> seeds) {
    return seeds.stream().mapToDouble(values::get).toArray();
  }
}
