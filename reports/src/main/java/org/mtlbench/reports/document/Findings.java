package org.mtlbench.reports.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.results.CellRecord;

/** What a run found, in sentences: which row won on each dataset, and what that may claim. */
public final class Findings {
  private final Rows rows;

  private Findings(Rows rows) {
    this.rows = rows;
  }

  /** Two sentences or less for each dataset with a result: the best row, the sparsest one. */
  public static List<Text> winners(Rows rows) {
    Findings findings = new Findings(rows);
    List<Text> texts = new ArrayList<>();
    findings.byDataset().forEach((dataset, groups) -> texts.add(findings.winner(dataset, groups)));
    return texts;
  }

  /** What forbids comparing rows with each other, or with published ones. */
  public static List<Text> limits(Rows rows) {
    Findings findings = new Findings(rows);
    List<Text> texts = new ArrayList<>();
    findings.flagged(texts);
    findings.byDataset().forEach((dataset, groups) -> findings.seeds(dataset, groups, texts));
    findings.slots(texts);
    return texts;
  }

  private Map<String, List<SeedGroup>> byDataset() {
    return rows.groups().stream()
        .filter(group -> group.summary(Measures::meanAccuracy).isPresent())
        .collect(
            Collectors.groupingBy(
                group -> group.cell().dataset(), LinkedHashMap::new, Collectors.toList()));
  }

  private Text winner(String dataset, List<SeedGroup> groups) {
    List<SeedGroup> ranked =
        groups.stream()
            .sorted(Comparator.comparingDouble((SeedGroup g) -> accuracy(g).mean()).reversed())
            .toList();
    SeedGroup best = ranked.get(0);
    Text text =
        Text.of(dataset + ": best mean test accuracy ")
            .with(figure(best), Style.BEST_OF_DATASET)
            .plain(", ")
            .with(rows.name(best), Style.BEST_OF_DATASET);
    if (ranked.size() == 1) {
      text = text.plain(", the only row with a result.");
    } else {
      SeedGroup next = ranked.get(1);
      double lead = accuracy(best).mean() - accuracy(next).mean();
      text =
          text.plain(
              String.format(
                  Locale.ROOT,
                  ", %.2f points ahead of %s with %s%s.",
                  lead,
                  rows.name(next),
                  figure(next),
                  certainty(accuracy(best), accuracy(next))));
    }
    return sparsest(groups, text);
  }

  private Text sparsest(List<SeedGroup> groups, Text text) {
    Function<SeedGroup, Optional<Summary>> sr = group -> group.summary(Measures::sr);
    Optional<SeedGroup> most =
        groups.stream()
            .filter(group -> sr.apply(group).filter(s -> s.mean() > 0).isPresent())
            .max(Comparator.comparingDouble(group -> sr.apply(group).orElseThrow().mean()));
    return most.map(
            group ->
                text.plain(
                    String.format(
                        Locale.ROOT,
                        " Sparsest: %s, %.2f %% zero rows at %s.",
                        rows.name(group),
                        sr.apply(group).orElseThrow().mean(),
                        figure(group))))
        .orElse(text);
  }

  private static String certainty(Summary best, Summary next) {
    if (best.halfWidth().isEmpty() || next.halfWidth().isEmpty()) {
      return "; one of the two rests on a single seed, so that may be chance";
    }
    boolean apart =
        best.mean() - best.halfWidth().getAsDouble() > next.mean() + next.halfWidth().getAsDouble();
    return apart
        ? "; their 95 % intervals do not overlap"
        : "; their 95 % intervals overlap, so that may be chance";
  }

  private void flagged(List<Text> texts) {
    Map<Flag, List<String>> rowsByFlag = new LinkedHashMap<>();
    for (SeedGroup group : rows.groups()) {
      for (Flag flag : group.flags()) {
        rowsByFlag
            .computeIfAbsent(flag, f -> new ArrayList<>())
            .add(group.cell().dataset() + " / " + rows.name(group));
      }
    }
    int all = rows.groups().size();
    for (Flag flag : Flag.values()) {
      List<String> names = rowsByFlag.getOrDefault(flag, List.of());
      if (!names.isEmpty()) {
        texts.add(Text.of(capitalised(flag) + ": " + listed(names, all) + "."));
      }
    }
  }

  private String capitalised(Flag flag) {
    String words = flag.words();
    String first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return switch (flag) {
      case MISSING, FAILED, DIVERGED, TIMEOUT, SKIPPED -> first + " seeds";
      case SYNTHETIC_DATA, UNVERIFIED_DATA -> first + ", not comparable with published numbers";
      case REDUCED_BUDGET, EXTENDED_BUDGET ->
          first
              + " ("
              + budgets()
              + " of the protocol's epochs), not comparable with published numbers";
    };
  }

  private String budgets() {
    return rows.results().results().stream()
        .map(cell -> cell.flags().budget())
        .filter(budget -> budget != 1)
        .distinct()
        .map(budget -> BigDecimal.valueOf(budget).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
  }

  private static String listed(List<String> names, int all) {
    int most = 4;
    if (names.size() == all) {
      return all == 1 ? "the only row" : "all " + all + " rows";
    }
    return names.size() <= most
        ? String.join("; ", names)
        : String.join("; ", names.subList(0, most - 1))
            + " and "
            + (names.size() - most + 1)
            + " other rows";
  }

  private void seeds(String dataset, List<SeedGroup> groups, List<Text> texts) {
    Set<Integer> counts = new TreeSet<>();
    groups.forEach(group -> counts.add(group.results().size()));
    if (counts.size() > 1) {
      texts.add(
          Text.of(
              "Unequal seeds on "
                  + dataset
                  + ": rows rest on "
                  + counts.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  + " seeds."));
    }
  }

  private void slots(List<Text> texts) {
    Set<Integer> slots = new LinkedHashSet<>();
    for (CellRecord cell : rows.results().results()) {
      slots.add(cell.execution().slots());
    }
    if (slots.stream().anyMatch(count -> count > 1)) {
      texts.add(
          Text.of("Times were taken with several slots, which share the machine: compare none."));
    }
  }

  private static Summary accuracy(SeedGroup group) {
    return group.summary(Measures::meanAccuracy).orElseThrow();
  }

  private static String figure(SeedGroup group) {
    Summary accuracy = accuracy(group);
    return accuracy.spread().isPresent()
        ? String.format(
            Locale.ROOT,
            "%.2f ± %.2f %% (n = %d)",
            accuracy.mean(),
            accuracy.spread().getAsDouble(),
            accuracy.n())
        : String.format(Locale.ROOT, "%.2f %% (n = %d)", accuracy.mean(), accuracy.n());
  }
}
