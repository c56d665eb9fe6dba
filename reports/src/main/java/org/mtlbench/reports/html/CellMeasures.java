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
 * The measures of a cell's epochs, phase by phase: the value of the last epoch, the range, and a
 * small curve. Of a family of measures too large to read, as the cosines of many tasks are, the
 * page shows the lowest, the highest and the mean.
 */
final class CellMeasures {
  private static final int MAX_FAMILY = 16;
  private static final int MAX_SEARCH_PHASES = 3;
  private static final MathContext DIGITS = new MathContext(4);
  private static final Pattern SEPARATOR = Pattern.compile("[./]");
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_TO = 1e6;
  private static final List<String> HEADERS =
      List.of("Measure", "Last epoch", "Lowest", "Highest", "By epoch");

  private CellMeasures() {}

  /** The values of a measure in the epochs that have it, at least one. */
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

    /** What comes before the first dot or slash, and how many of them follow. */
    String family() {
      String[] segments = SEPARATOR.split(name, -1);
      return segments.length == 1 ? name + " alone" : segments[0] + " " + segments.length;
    }
  }

  /**
   * The tables of the main phases, and of the searches where they are few; nothing if no epoch has
   * measures.
   *
   * @param events of the cell, all of them or those so far
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
    families.forEach(
        (name, members) -> {
          List<Series> shown =
              members.size() == 1
                  ? members
                  : members.stream().filter(member -> !member.isZero()).toList();
          members.stream()
              .filter(member -> !shown.contains(member))
              .forEach(member -> zero.add(member.name()));
          if (shown.size() <= MAX_FAMILY) {
            shown.forEach(member -> rows.add(row(member.name(), member)));
          } else {
            rows.addAll(summary(shown));
          }
        });
    String title = "Measures of phase " + phase.name();
    return each(
        h4(HtmlText.clean(title)),
        div(table(
                thead(tr(each(HEADERS, header -> th(header).attr("scope", "col")))),
                tbody(each(rows.stream()))))
            .withClass("wide")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", HtmlText.clean(title)),
        left(zero));
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

  private static List<DomContent> summary(List<Series> members) {
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
        row(lowest.name() + ", lowest" + of, lowest),
        row(highest.name() + ", highest" + of, highest),
        row("mean" + of, new Series(family, means)));
  }

  private static DomContent row(String name, Series series) {
    return tr(
        th(HtmlText.clean(name)).attr("scope", "row"),
        number(series.last()),
        number(series.lowest()),
        number(series.highest()),
        td(Sparkline.of(series.values())));
  }

  private static DomContent number(double value) {
    return td(digits(value)).withClass("number");
  }

  /** Four significant digits. */
  private static String digits(double value) {
    double size = Math.abs(value);
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return value == 0
        ? "0"
        : size >= PLAIN_FROM && size < PLAIN_TO ? rounded.toPlainString() : rounded.toString();
  }
}
