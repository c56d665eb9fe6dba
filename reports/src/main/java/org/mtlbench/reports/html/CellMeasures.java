package org.mtlbench.reports.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.reports.charts.TrainingHistory;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.event.Event;

/**
 * The measures of a cell's epochs, phase by phase: value of the last epoch, range, and a sparkline.
 * For a large family of measures, for example the cosines of many tasks, only the lowest, the
 * highest and the mean are shown.
 */
final class CellMeasures {
  private static final int MAX_FAMILY = 16;
  private static final int MAX_SEARCH_PHASES = 3;
  private static final int DIGITS = 4;
  private static final int MAX_DIGITS = 12;
  private static final Pattern SEPARATOR = Pattern.compile("[./]");
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_TO = 1e6;

  private CellMeasures() {}

  /** The values of a measure over the epochs that have it, at least one. */
  private record Series(String name, List<Double> values) {
    double last() {
      return values.get(values.size() - 1);
    }

    double lowest() {
      return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double highest() {
      return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    boolean isZero() {
      return values.stream().allMatch(value -> value == 0);
    }

    /** The part of the name before the first dot or slash, and the number of parts after it. */
    String family() {
      String[] segments = SEPARATOR.split(name, -1);
      return segments.length == 1 ? name + " alone" : segments[0] + " " + segments.length;
    }
  }

  /**
   * Tables of the main phases, and of search phases if there are few; empty if no epoch has
   * measures.
   *
   * @param events events of the cell, finished or not
   */
  static DomContent of(List<Event> events) {
    TrainingHistory history = TrainingHistory.of(events);
    Set<String> searches = searches(events);
    List<TrainingHistory.Span> measured =
        history.phases().stream().filter(phase -> !series(history, phase).isEmpty()).toList();
    boolean few =
        measured.stream().filter(phase -> searches.contains(phase.name())).count()
            <= MAX_SEARCH_PHASES;
    return each(
        measured.stream()
            .filter(phase -> few || !searches.contains(phase.name()))
            .map(phase -> phase(phase, series(history, phase))));
  }

  private static Set<String> searches(List<Event> events) {
    return events.stream()
        .filter(Event.CellStarted.class::isInstance)
        .flatMap(event -> ((Event.CellStarted) event).phases().stream())
        .filter(phase -> phase.kind() == PhaseKind.SEARCH)
        .map(Event.PhasePlan::name)
        .collect(Collectors.toSet());
  }

  private static List<Series> series(TrainingHistory history, TrainingHistory.Span phase) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Event.EpochEnded epoch : history.epochs().subList(phase.first() - 1, phase.last())) {
      epoch
          .measures()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
    List<Series> series = new ArrayList<>();
    values.forEach((name, all) -> series.add(new Series(name, all)));
    return series;
  }

  private static DomContent phase(TrainingHistory.Span phase, List<Series> all) {
    Map<String, List<Series>> families =
        all.stream()
            .collect(
                Collectors.groupingBy(Series::family, LinkedHashMap::new, Collectors.toList()));
    List<DomContent> rows = new ArrayList<>();
    List<String> zero = new ArrayList<>();
    boolean range = phase.epochs() > 1;
    for (List<Series> members : families.values()) {
      List<Series> shown = new ArrayList<>();
      for (Series member : members) {
        if (members.size() > 1 && member.isZero()) {
          zero.add(member.name());
        } else {
          shown.add(member);
        }
      }
      if (shown.size() <= MAX_FAMILY) {
        shown.forEach(member -> rows.add(row(member.name(), member, range)));
      } else {
        rows.addAll(summary(shown, range));
      }
    }
    String title = "Measures of phase " + phase.name();
    return each(
        h4(HtmlText.clean(title)),
        div(table(thead(header(range)), tbody(each(rows.stream()))).withClass("compact"))
            .withClass("wide")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", HtmlText.clean(title)),
        left(zero));
  }

  private static DomContent header(boolean range) {
    List<DomContent> columns = new ArrayList<>();
    columns.add(th("Measure").attr("scope", "col"));
    List.of("Last epoch", "Lowest", "Highest")
        .subList(0, range ? 3 : 1)
        .forEach(name -> columns.add(th(name).attr("scope", "col").withClass("number")));
    if (range) {
      columns.add(th("By epoch").attr("scope", "col"));
    }
    return tr(each(columns.stream()));
  }

  private static DomContent left(List<String> zero) {
    if (zero.isEmpty()) {
      return each();
    }
    String named =
        zero.size() <= MAX_FAMILY
            ? String.join(", ", zero)
            : String.join(", ", zero.subList(0, MAX_FAMILY))
                + " and "
                + (zero.size() - MAX_FAMILY)
                + " more";
    return p(text("0 in every epoch: "), code(HtmlText.clean(named))).withClass("soft");
  }

  private static List<DomContent> summary(List<Series> members, boolean range) {
    Comparator<Series> byLast = Comparator.comparingDouble(Series::last);
    Series lowest = members.stream().min(byLast).orElseThrow();
    Series highest = members.stream().max(byLast).orElseThrow();
    int epochs = members.stream().mapToInt(member -> member.values().size()).min().orElseThrow();
    List<Double> means =
        IntStream.range(0, epochs)
            .mapToObj(
                epoch ->
                    members.stream()
                        .mapToDouble(m -> m.values().get(m.values().size() - epochs + epoch))
                        .average()
                        .orElseThrow())
            .toList();
    String family = SEPARATOR.split(members.get(0).name(), -1)[0];
    String of = " of " + members.size() + " " + family;
    return List.of(
        row(lowest.name() + ", lowest" + of, lowest, range),
        row(highest.name() + ", highest" + of, highest, range),
        row("mean" + of, new Series(family, means), range));
  }

  private static DomContent row(String name, Series series, boolean range) {
    DomContent head = th(HtmlText.clean(name)).attr("scope", "row");
    int digits = digits(series);
    if (!range) {
      return tr(head, number(series.last(), digits));
    }
    return tr(
        head,
        number(series.last(), digits),
        number(series.lowest(), digits),
        number(series.highest(), digits),
        td(Sparkline.of(series.values())));
  }

  private static DomContent number(double value, int digits) {
    return td(written(value, digits)).withClass("number");
  }

  /**
   * Four significant digits, or as many as distinguish the lowest from the highest value, plus one.
   */
  private static int digits(Series series) {
    int digits = DIGITS;
    while (digits < MAX_DIGITS
        && series.lowest() < series.highest()
        && written(series.lowest(), digits).equals(written(series.highest(), digits))) {
      digits++;
    }
    return digits == DIGITS ? digits : digits + 1;
  }

  private static String written(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    if (Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
