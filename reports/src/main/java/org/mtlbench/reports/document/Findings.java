package org.mtlbench.reports.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NotableRows;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.PairedTests;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.score.MetricRecord;

/** Describes the findings of a run in sentences: the best row of each dataset. */
public final class Findings {
  private final Rows rows;
  private final Function<SeedGroup, String> name;

  private Findings(Rows rows, Function<SeedGroup, String> name) {
    this.rows = rows;
    this.name = name;
  }

  /**
   * Sentences for each dataset with a result: the best multi-task row, whether its lead is
   * significant, the single-task reference, and the sparsest row. No best row is named if rows were
   * not trained equally.
   */
  public static List<Text> bestRows(Rows rows) {
    Findings findings = new Findings(rows, rows::name);
    List<Text> texts = new ArrayList<>();
    findings.byDataset().forEach((dataset, groups) -> texts.add(findings.bestRow(dataset, groups)));
    return texts;
  }

  /**
   * The lead of the best multi-task row of a dataset over the next one, as a sentence next to the
   * row: {@code 0.40 points ahead of ...}.
   */
  public static String lead(Rows rows, String dataset) {
    Findings findings = new Findings(rows, rows::title);
    List<SeedGroup> ranked = findings.ranked(findings.byDataset().getOrDefault(dataset, List.of()));
    return switch (ranked.size()) {
      case 0 -> "No multi-task row has a result.";
      case 1 -> "The only multi-task row with a result.";
      default -> findings.leadOver(ranked.get(0), ranked.get(1));
    };
  }

  /**
   * How the best single-task row of a dataset compares with the best multi-task row, as a sentence:
   * {@code Single-task learning is 2.75 points better: STL · hps with 94.60 % (n = 1) in 0.26 min,
   * 84,820 parameters}. Empty without one of them, or if rows were not trained equally.
   */
  public static Optional<String> againstSingleTask(Rows rows, String dataset) {
    Findings findings = new Findings(rows, rows::title);
    List<SeedGroup> groups = findings.byDataset().getOrDefault(dataset, List.of());
    Optional<SeedGroup> single =
        groups.stream()
            .filter(SeedGroup::isSingleTask)
            .max(Comparator.comparingDouble(findings::score));
    List<SeedGroup> ranked = findings.ranked(groups);
    if (single.isEmpty() || ranked.isEmpty() || !rows.equalTraining().isComparable(dataset)) {
      return Optional.empty();
    }
    SeedGroup reference = single.get();
    Headline headline = rows.headlineOf(reference);
    String gap = headline.metric().number(Math.abs(lead(findings, reference, ranked.get(0))));
    String relation =
        Double.parseDouble(gap) == 0
            ? "as good"
            : gap
                + headline.differenceUnit()
                + (lead(findings, reference, ranked.get(0)) > 0 ? " better" : " worse");
    return Optional.of(
        "Single-task learning is "
            + relation
            + ": "
            + findings.nameAndHeadline(reference)
            + reference
                .summary(Measures::totalMinutes)
                .map(minutes -> " in " + NumberFormats.decimals(minutes.mean()) + " min")
                .orElse("")
            + ", "
            + NumberFormats.wholeMean(reference.summary(Measures::nonzeroParameters)).text()
            + " parameters"
            + ".");
  }

  private static double lead(Findings findings, SeedGroup first, SeedGroup second) {
    return findings.score(first) - findings.score(second);
  }

  /** Multi-task rows, the best one first. */
  private List<SeedGroup> ranked(List<SeedGroup> groups) {
    return groups.stream()
        .filter(group -> !group.isSingleTask())
        .sorted(Comparator.comparingDouble(this::score).reversed())
        .toList();
  }

  private Map<String, List<SeedGroup>> byDataset() {
    return rows.groups().stream()
        .filter(group -> rows.headline(group).isPresent())
        .collect(
            Collectors.groupingBy(
                group -> group.cell().dataset(), LinkedHashMap::new, Collectors.toList()));
  }

  private Text bestRow(String dataset, List<SeedGroup> groups) {
    Optional<String> unequal = rows.equalTraining().reason(dataset);
    if (unequal.isPresent()) {
      return Text.of(dataset + ": no best row, since " + unequal.get() + ".");
    }
    List<SeedGroup> ranked = ranked(groups);
    if (ranked.isEmpty()) {
      SeedGroup only = groups.get(0);
      return Text.of(
          dataset + ": only single-task learning has a result, " + nameAndHeadline(only) + ".");
    }
    SeedGroup best = ranked.get(0);
    Text text =
        Text.of(dataset + ": best multi-task row ")
            .with(name.apply(best), Style.BEST_OF_DATASET)
            .plain(" with " + rows.headlineOf(best).phrase() + " ")
            .with(formattedHeadline(best), Style.BEST_OF_DATASET);
    text =
        ranked.size() == 1
            ? text.plain(", the only multi-task row with a result.")
            : text.plain(", " + leadOver(best, ranked.get(1)));
    Optional<SeedGroup> reference = rows.reference(best);
    if (reference.isPresent()) {
      text = text.plain(" Single-task reference: " + nameAndHeadline(reference.get()) + ".");
    }
    return sparsest(dataset, text);
  }

  private String nameAndHeadline(SeedGroup group) {
    return name.apply(group) + " with " + formattedHeadline(group);
  }

  private String leadOver(SeedGroup best, SeedGroup next) {
    Headline headline = rows.headlineOf(best);
    return headline.metric().number(score(best) - score(next))
        + headline.differenceUnit()
        + " ahead of "
        + nameAndHeadline(next)
        + "; "
        + significance(best, next)
        + ".";
  }

  /** The mean headline, negated if lower is better. */
  private double score(SeedGroup group) {
    return rows.headlineOf(group).sign() * headline(group).mean();
  }

  private Text sparsest(String dataset, Text text) {
    return NotableRows.of(rows, dataset)
        .flatMap(NotableRows::sparsest)
        .map(
            group ->
                text.plain(
                    String.format(
                        Locale.ROOT,
                        " Sparsest row: %s with %.2f %% zero neuron rows, with %s.",
                        name.apply(group),
                        group.summary(Measures::sr).orElseThrow().mean(),
                        formattedHeadline(group))))
        .orElse(text);
  }

  /** The outcome of the paired test of two rows, with the p value shown in the table of pairs. */
  private String significance(SeedGroup best, SeedGroup next) {
    Optional<PairedTests.Pair> tested = rows.tests().between(best, next);
    if (tested.isEmpty()) {
      return reasonForNoTest(best, next);
    }
    PairedTests.Pair pair = tested.get();
    String seeds = pair.difference().n() + " common seeds";
    if (pair.corrected().isEmpty()) {
      return "the difference is equal for all " + seeds + ", so no test is possible";
    }
    String test =
        " (paired t test over "
            + seeds
            + ", p = "
            + NumberFormats.probability(pair.corrected().getAsDouble())
            + " after Holm's correction)";
    if (!pair.significant()) {
      return "not significant" + test;
    }
    return pair.isBetter(best)
        ? "significant" + test
        : "over the common seeds " + name.apply(next) + " is significantly better" + test;
  }

  private String reasonForNoTest(SeedGroup best, SeedGroup next) {
    List<SeedGroup> single =
        Stream.of(best, next).filter(group -> headline(group).n() == 1).toList();
    return switch (single.size()) {
      case 2 -> "both have a single seed, so this can be due to chance";
      case 1 -> name.apply(single.get(0)) + " has a single seed, so this can be due to chance";
      default -> "they have fewer than two seeds in common, so no test is possible";
    };
  }

  private Summary headline(SeedGroup group) {
    return rows.headline(group).orElseThrow();
  }

  private String formattedHeadline(SeedGroup group) {
    Summary summary = headline(group);
    MetricRecord metric = rows.headlineOf(group).metric();
    String text = metric.number(summary.mean());
    if (summary.spread().isPresent()) {
      text += " ± " + metric.number(summary.spread().getAsDouble());
    }
    return metric.withUnit(text) + " (n = " + summary.n() + ")";
  }
}
