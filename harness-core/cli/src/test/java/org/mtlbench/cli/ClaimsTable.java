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
import java.util.stream.Collectors;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.reports.statistics.Holm;
import org.mtlbench.results.CellRecord;

/**
 * The claims of Hotegni et al. 2024 that are comparisons of mean test accuracy, each with the
 * difference over the seeds in common. Written by {@link CommittedPagesTest} into {@code
 * docs/claims.md}.
 */
final class ClaimsTable {
  private static final double PERCENT = 100;
  private static final double LEVEL = 0.05;

  /** The minimum number of common seeds for a verdict. */
  private static final int MIN_SEEDS = 3;

  /** The tolerance, in percentage points. */
  private static final Map<String, Double> TOLERANCES =
      Map.of("multimnist", 0.5, "cifar10mnist", 1.5);

  private static final String SPARSE = "Ours, sparse";
  private static final String DENSE = "Ours, dense";

  private final Map<String, NavigableMap<Long, Double>> accuracies = new TreeMap<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  /** The kind of comparison that a claim makes. */
  private enum Kind {
    /** The first row is better than the second. */
    BETTER,
    /** The first row is no more than the tolerance worse than the second. */
    NO_WORSE
  }

  private record Comparison(
      String claim, Kind kind, String dataset, String first, String second, Difference difference) {
    /** First minus second, in percentage points. */
    double points() {
      return PERCENT * difference.mean();
    }
  }

  private ClaimsTable(List<CellRecord> cells) {
    for (CellRecord cell : cells) {
      if (cell.hasResult()) {
        accuracies
            .computeIfAbsent(
                key(cell.dataset(), cell.architecture(), cell.label()), key -> new TreeMap<>())
            .put(cell.seed(), cell.test().orElseThrow().scores().values("accuracy").mean());
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
      add("MDMTN over HPS", Kind.BETTER, dataset, "mdmtn", label, "hps", label);
    }
    for (String rival : List.of("STL", "MGDA", "KDMTL", "MTAN")) {
      add("sparse MDMTN over rivals", Kind.BETTER, dataset, "mdmtn", SPARSE, "hps", rival);
    }
    add("sparse MDMTN over rivals", Kind.BETTER, dataset, "mdmtn", SPARSE, "mdmtn", "MGDA");
    for (String architecture : List.of("hps", "mdmtn")) {
      add("sparsity is free", Kind.NO_WORSE, dataset, architecture, SPARSE, architecture, DENSE);
    }
  }

  private void add(
      String claim,
      Kind kind,
      String dataset,
      String firstArchitecture,
      String firstLabel,
      String secondArchitecture,
      String secondLabel) {
    NavigableMap<Long, Double> first =
        accuracies.getOrDefault(key(dataset, firstArchitecture, firstLabel), new TreeMap<>());
    NavigableMap<Long, Double> second =
        accuracies.getOrDefault(key(dataset, secondArchitecture, secondLabel), new TreeMap<>());
    TreeSet<Long> common = new TreeSet<>(first.keySet());
    common.retainAll(second.keySet());
    if (!common.isEmpty()) {
      Difference difference =
          Difference.paired(
              common.stream().mapToDouble(second::get).toArray(),
              common.stream().mapToDouble(first::get).toArray());
      comparisons.add(
          new Comparison(
              claim,
              kind,
              dataset,
              firstArchitecture + " " + firstLabel,
              secondArchitecture + " " + secondLabel,
              difference));
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
    lines.add(
        "| claim | dataset | first | second | seeds | first - second, points | p (Holm) | verdict |");
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
    OptionalDouble half = comparison.difference().halfWidth();
    return List.of(
            comparison.claim(),
            comparison.dataset(),
            comparison.first(),
            comparison.second(),
            String.valueOf(comparison.difference().n()),
            String.format(Locale.ROOT, "%+.2f", comparison.points())
                + (half.isPresent()
                    ? String.format(Locale.ROOT, " ± %.2f", PERCENT * half.getAsDouble())
                    : ""),
            p.map(value -> String.format(Locale.ROOT, "%.2g", value)).orElse(""),
            verdict(comparison, p))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String verdict(Comparison comparison, Optional<Double> p) {
    OptionalDouble half = comparison.difference().halfWidth();
    if (p.isEmpty() || half.isEmpty() || comparison.difference().n() < MIN_SEEDS) {
      return "undecided: fewer than " + MIN_SEEDS + " seeds in common";
    }
    return switch (comparison.kind()) {
      case BETTER -> {
        if (p.get() >= LEVEL) {
          yield "undecided";
        }
        yield comparison.points() > 0 ? "holds" : "does not hold";
      }
      case NO_WORSE -> {
        double tolerance = TOLERANCES.get(comparison.dataset());
        double width = PERCENT * half.getAsDouble();
        if (comparison.points() - width >= -tolerance) {
          yield "holds within " + tolerance + " points";
        }
        yield comparison.points() + width < -tolerance ? "does not hold" : "undecided";
      }
    };
  }
}
