package org.mtlbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.reports.statistics.Holm;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SparsityRecord;

/**
 * The claims of Hotegni et al. 2024, each with the difference over the seeds in common. Written by
 * {@link CommittedPagesTest} into {@code docs/claims.md}.
 */
final class ClaimsTable {
  private static final double PERCENT = 100;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double LEVEL = 0.05;

  /** The minimum number of common seeds for a verdict. */
  private static final int MIN_SEEDS = 3;

  /** The tolerance, in percentage points. */
  private static final Map<String, Double> TOLERANCES =
      Map.of("multimnist", 0.5, "cifar10mnist", 1.5);

  private static final String SPARSE = "Ours, sparse";
  private static final String DENSE = "Ours, dense";

  private final Map<String, List<CellRecord>> rows = new TreeMap<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  /** The kind of comparison that a claim makes. */
  private enum Kind {
    /** The first value is greater than the second. */
    GREATER,
    /** The first value is less than the second. */
    LESS,
    /** The first value is no more than the tolerance less than the second. */
    NO_LESS
  }

  /** What is compared of a row, by seed. */
  private record Values(String row, NavigableMap<Long, Double> bySeed) {}

  private record Comparison(
      String claim,
      Kind kind,
      String dataset,
      String first,
      String second,
      String unit,
      Difference difference) {}

  private ClaimsTable(List<CellRecord> cells) {
    for (CellRecord cell : cells) {
      if (cell.hasResult()) {
        rows.computeIfAbsent(
                key(cell.dataset(), cell.architecture(), cell.label()), key -> new ArrayList<>())
            .add(cell);
      }
    }
    for (String dataset : List.of("multimnist", "cifar10mnist")) {
      compare(dataset);
    }
  }

  /** The table in Markdown, in the order of the claims. */
  static String of(List<CellRecord> cells) {
    return new ClaimsTable(cells).markdown();
  }

  private void compare(String dataset) {
    for (String label : List.of("MGDA", DENSE, SPARSE)) {
      addAccuracy("MDMTN over HPS", Kind.GREATER, dataset, "mdmtn " + label, "hps " + label);
    }
    String sparse = "mdmtn " + SPARSE;
    List<String> rivals = List.of("hps STL", "hps MGDA", "mdmtn MGDA", "hps KDMTL", "hps MTAN");
    for (String rival : rivals) {
      addAccuracy("sparse MDMTN over rivals", Kind.GREATER, dataset, sparse, rival);
    }
    for (String architecture : List.of("hps ", "mdmtn ")) {
      addAccuracy(
          "sparsity is free", Kind.NO_LESS, dataset, architecture + SPARSE, architecture + DENSE);
    }
    add(
        "task-specific layers are sparser",
        Kind.GREATER,
        dataset,
        "points",
        new Values(
            sparse + ", monitors",
            bySeed(dataset, sparse, cell -> PERCENT * sparsityRate(cell, "monitor"))),
        new Values(
            sparse + ", trunk",
            bySeed(dataset, sparse, cell -> PERCENT * sparsityRate(cell, "trunk"))));
    for (String rival : rivals) {
      add(
          "training is shorter",
          Kind.LESS,
          dataset,
          "min",
          new Values(sparse, bySeed(dataset, sparse, ClaimsTable::mainMinutes)),
          new Values(rival, bySeed(dataset, rival, ClaimsTable::mainMinutes)));
    }
  }

  private void addAccuracy(String claim, Kind kind, String dataset, String first, String second) {
    ToDoubleFunction<CellRecord> accuracy =
        cell -> PERCENT * cell.test().orElseThrow().scores().values("accuracy").mean();
    add(
        claim,
        kind,
        dataset,
        "points",
        new Values(first, bySeed(dataset, first, accuracy)),
        new Values(second, bySeed(dataset, second, accuracy)));
  }

  /** The part of the rows of some components that is zero. */
  private static double sparsityRate(CellRecord cell, String component) {
    List<SparsityRecord.RowCounts> components =
        cell.sparsity().orElseThrow().components().orElseThrow().stream()
            .filter(each -> each.name().startsWith(component))
            .toList();
    return components.stream().mapToDouble(SparsityRecord.RowCounts::zeroRows).sum()
        / components.stream().mapToDouble(SparsityRecord.RowCounts::rows).sum();
  }

  /** Processor time of the phases that the paper's times include. */
  private static double mainMinutes(CellRecord cell) {
    return cell.phases().stream()
            .filter(phase -> phase.kind() == PhaseKind.MAIN)
            .mapToDouble(PhaseRecord::cpuSeconds)
            .sum()
        / SECONDS_PER_MINUTE;
  }

  private NavigableMap<Long, Double> bySeed(
      String dataset, String row, ToDoubleFunction<CellRecord> value) {
    NavigableMap<Long, Double> values = new TreeMap<>();
    String[] names = row.split(" ", 2);
    for (CellRecord cell : rows.getOrDefault(key(dataset, names[0], names[1]), List.of())) {
      values.put(cell.seed(), value.applyAsDouble(cell));
    }
    return values;
  }

  private void add(
      String claim, Kind kind, String dataset, String unit, Values first, Values second) {
    TreeSet<Long> common = new TreeSet<>(first.bySeed().keySet());
    common.retainAll(second.bySeed().keySet());
    if (!common.isEmpty()) {
      Difference difference =
          Difference.paired(
              common.stream().mapToDouble(second.bySeed()::get).toArray(),
              common.stream().mapToDouble(first.bySeed()::get).toArray());
      comparisons.add(
          new Comparison(claim, kind, dataset, first.row(), second.row(), unit, difference));
    }
  }

  private static String key(String dataset, String architecture, String label) {
    return dataset + "/" + architecture + "/" + label;
  }

  private String markdown() {
    List<Comparison> tested =
        comparisons.stream().filter(each -> each.difference().p().isPresent()).toList();
    double[] adjusted =
        Holm.adjusted(
            tested.stream().mapToDouble(each -> each.difference().p().getAsDouble()).toArray());
    List<String> lines = new ArrayList<>();
    lines.add("| claim | dataset | first | second | seeds | first - second | p (Holm) | verdict |");
    lines.add("|---|---|---|---|---:|---:|---:|---|");
    comparisons.stream()
        .sorted((a, b) -> order(a) - order(b))
        .forEach(
            each -> {
              int index = tested.indexOf(each);
              lines.add(line(each, index < 0 ? Optional.empty() : Optional.of(adjusted[index])));
            });
    return String.join("\n", lines);
  }

  private int order(Comparison comparison) {
    List<String> claims = comparisons.stream().map(Comparison::claim).distinct().toList();
    return claims.indexOf(comparison.claim()) * comparisons.size()
        + comparisons.indexOf(comparison);
  }

  private static String line(Comparison comparison, Optional<Double> p) {
    Difference difference = comparison.difference();
    OptionalDouble half = difference.halfWidth();
    return List.of(
            comparison.claim(),
            comparison.dataset(),
            comparison.first(),
            comparison.second(),
            String.valueOf(difference.n()),
            String.format(Locale.ROOT, "%+.2f", difference.mean())
                + (half.isPresent()
                    ? String.format(Locale.ROOT, " ± %.2f", half.getAsDouble())
                    : "")
                + " "
                + comparison.unit(),
            p.map(value -> String.format(Locale.ROOT, "%.2g", value)).orElse(""),
            verdict(comparison, p))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String verdict(Comparison comparison, Optional<Double> p) {
    Difference difference = comparison.difference();
    if (difference.n() < MIN_SEEDS) {
      return "undecided: fewer than " + MIN_SEEDS + " seeds in common";
    }
    if (p.isEmpty() || difference.halfWidth().isEmpty()) {
      return "undecided: the difference does not vary";
    }
    double halfWidth = difference.halfWidth().getAsDouble();
    return switch (comparison.kind()) {
      case GREATER -> verdict(difference.mean() > 0, p.get());
      case LESS -> verdict(difference.mean() < 0, p.get());
      case NO_LESS -> {
        double tolerance = TOLERANCES.get(comparison.dataset());
        if (difference.mean() - halfWidth >= -tolerance) {
          yield "holds within " + tolerance + " points";
        }
        yield difference.mean() + halfWidth < -tolerance ? "does not hold" : "undecided";
      }
    };
  }

  private static String verdict(boolean asClaimed, double p) {
    if (p >= LEVEL) {
      return "undecided";
    }
    return asClaimed ? "holds" : "does not hold";
  }
}
