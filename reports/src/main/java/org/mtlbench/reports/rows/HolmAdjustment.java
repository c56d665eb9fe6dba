package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.statistics.Difference;
import org.mtlbench.reports.statistics.Holm;
import org.mtlbench.results.score.MetricRecord;

/** Holm's correction over a family of tests, and its display. */
public final class HolmAdjustment {
  /** The significance level. */
  static final double LEVEL = 0.05;

  private HolmAdjustment() {}

  /** The p values after Holm's correction; absent for differences without a test. */
  public static List<Optional<Double>> of(List<Difference> differences) {
    double[] corrected =
        Holm.adjusted(differences.stream().flatMapToDouble(d -> d.p().stream()).toArray());
    List<Optional<Double>> all = new ArrayList<>();
    int next = 0;
    for (Difference difference : differences) {
      all.add(difference.p().isPresent() ? Optional.of(corrected[next++]) : Optional.empty());
    }
    return all;
  }

  /** A difference with its confidence interval, in the displayed units of a metric. */
  public static Entry change(Difference difference, MetricRecord metric) {
    String text = NumberFormats.signed(difference.mean(), metric);
    if (difference.halfWidth().isEmpty()) {
      return Entry.number(text, difference.mean());
    }
    double halfWidth = difference.halfWidth().getAsDouble();
    return Entry.number(text + " ± " + metric.number(halfWidth), difference.mean())
        .withHalfWidth(halfWidth);
  }

  /** A p value. */
  public static Entry probability(OptionalDouble p) {
    return p.isPresent() ? probability(Optional.of(p.getAsDouble())) : Entry.missing();
  }

  /** A p value. */
  public static Entry probability(Optional<Double> p) {
    return p.map(known -> Entry.number(NumberFormats.probability(known), known))
        .orElseGet(Entry::missing);
  }

  /** Which of two rows is better if the corrected p value is below the level, otherwise a dash. */
  public static String verdict(
      Headline headline,
      Difference difference,
      Optional<Double> adjusted,
      String first,
      String second) {
    if (adjusted.filter(p -> p < LEVEL).isEmpty()) {
      return "";
    }
    return headline.sign() * difference.mean() > 0 ? second : first;
  }
}
