package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.rows.PairedTests;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.SplitRecord;

/**
 * Pairs up the rows of two runs: first rows that agree in everything except the seed, then rows
 * that agree in dataset, architecture, label and preference vector, if that is unique.
 */
final class RowMatching {
  /**
   * A pair of rows; at most one of them is absent.
   *
   * @param first row of the first run
   * @param second row of the second run
   */
  record Pair(Optional<SeedGroup> first, Optional<SeedGroup> second) {
    /** A row that is present. */
    SeedGroup any() {
      return first.or(() -> second).orElseThrow();
    }

    private Stream<SeedGroup> rows() {
      return Stream.of(first, second).flatMap(Optional::stream);
    }

    /**
     * Whether all seeds of both rows were trained for the same number of main epochs, as far as
     * known, and report the test scores of the same epochs.
     */
    boolean equallyTrained() {
      return rows()
                  .flatMap(group -> group.bySeed(Measures::mainEpochs).values().stream())
                  .distinct()
                  .count()
              <= 1
          && rows()
                  .flatMap(group -> group.results().stream())
                  .map(CellRecord::testEpochs)
                  .distinct()
                  .count()
              <= 1;
    }

    /**
     * Whether the models of both rows have the same bits: for every common seed, of which there is
     * at least one, the checksums of the parameters and the test scores are the same.
     */
    boolean hasSameBits() {
      Map<Long, CellRecord> known =
          first.stream()
              .flatMap(group -> group.results().stream())
              .collect(Collectors.toMap(CellRecord::seed, Function.identity(), (a, b) -> a));
      List<CellRecord> common =
          second.stream()
              .flatMap(group -> group.results().stream())
              .filter(cell -> known.containsKey(cell.seed()))
              .toList();
      return !common.isEmpty()
          && common.stream().allMatch(cell -> hasSameBits(cell, known.get(cell.seed())));
    }

    private static boolean hasSameBits(CellRecord cell, CellRecord other) {
      Optional<String> checksum = cell.parameters().flatMap(ParametersRecord::checksum);
      return checksum.isPresent()
          && checksum.equals(other.parameters().flatMap(ParametersRecord::checksum))
          && cell.test().map(SplitRecord::scores).equals(other.test().map(SplitRecord::scores));
    }

    /** The flags of the results of both rows. */
    Set<Flag> resultFlags() {
      Set<Flag> flags = EnumSet.noneOf(Flag.class);
      rows().forEach(group -> flags.addAll(group.resultFlags()));
      return flags;
    }

    /** The flags of both rows. */
    Set<Flag> flags() {
      Set<Flag> flags = EnumSet.noneOf(Flag.class);
      rows().forEach(group -> flags.addAll(group.flags()));
      return flags;
    }

    /** The ids of the cells of both rows without duplicates, those of the first run first. */
    List<String> ids() {
      return rows().flatMap(group -> group.ids().stream()).distinct().toList();
    }

    /**
     * The difference of a measure, second minus first: paired over the common seeds if there are at
     * least {@value PairedTests#MIN_SEEDS}, otherwise unpaired over all seeds; absent if a row has
     * no value.
     */
    Optional<Difference> difference(Function<CellRecord, Optional<Double>> measure) {
      Map<Long, Double> a = first.map(group -> group.bySeed(measure)).orElse(Map.of());
      Map<Long, Double> b = second.map(group -> group.bySeed(measure)).orElse(Map.of());
      if (a.isEmpty() || b.isEmpty()) {
        return Optional.empty();
      }
      List<Long> common = a.keySet().stream().filter(b::containsKey).toList();
      return Optional.of(
          common.size() >= PairedTests.MIN_SEEDS
              ? Difference.paired(PairedTests.valuesAt(a, common), PairedTests.valuesAt(b, common))
              : Difference.unpaired(
                  PairedTests.valuesAt(a, List.copyOf(a.keySet())),
                  PairedTests.valuesAt(b, List.copyOf(b.keySet()))));
    }
  }

  private RowMatching() {}

  /** The pairs in the order of the first run, followed by rows that only the second run has. */
  static List<Pair> of(List<SeedGroup> first, List<SeedGroup> second) {
    Map<SeedGroup, SeedGroup> partners = new HashMap<>();
    List<SeedGroup> left = new ArrayList<>(second);
    match(first, left, RowMatching::exact, partners);
    match(first, left, RowMatching::displayKey, partners);
    List<Pair> pairs = new ArrayList<>();
    for (SeedGroup group : first) {
      pairs.add(new Pair(Optional.of(group), Optional.ofNullable(partners.get(group))));
    }
    left.forEach(group -> pairs.add(new Pair(Optional.empty(), Optional.of(group))));
    return pairs;
  }

  private static void match(
      List<SeedGroup> first,
      List<SeedGroup> left,
      Function<SeedGroup, List<Object>> key,
      Map<SeedGroup, SeedGroup> partners) {
    Map<List<Object>, List<SeedGroup>> open =
        first.stream()
            .filter(group -> !partners.containsKey(group))
            .collect(Collectors.groupingBy(key));
    Map<List<Object>, List<SeedGroup>> candidates =
        left.stream().collect(Collectors.groupingBy(key));
    open.forEach(
        (value, groups) -> {
          List<SeedGroup> found = candidates.getOrDefault(value, List.of());
          if (groups.size() == 1 && found.size() == 1) {
            partners.put(groups.get(0), found.get(0));
            left.removeAll(found);
          }
        });
  }

  private static List<Object> exact(SeedGroup group) {
    List<Object> key = new ArrayList<>(displayKey(group));
    key.add(group.cell().method());
    key.add(group.cell().config());
    return key;
  }

  private static List<Object> displayKey(SeedGroup group) {
    PlannedCell cell = group.cell();
    return List.of(cell.dataset(), cell.architecture(), cell.label(), group.preference());
  }
}
