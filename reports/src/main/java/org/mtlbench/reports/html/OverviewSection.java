package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.charts.OverviewChart;
import org.mtlbench.reports.document.Findings;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.rows.NotableRows;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

/**
 * The first section of the page: for each dataset the row to take and its cost, a chart of score
 * against time, and a table of the notable rows.
 */
final class OverviewSection {
  private final Rows rows;
  private final DrawnCharts charts;
  private final boolean hasMultiplyAdds;

  OverviewSection(Rows rows, DrawnCharts charts) {
    this.rows = rows;
    this.charts = charts;
    this.hasMultiplyAdds =
        rows.results().results().stream()
            .anyMatch(cell -> Measures.megaMultiplyAdds(cell).isPresent());
  }

  /** The cards of the datasets with a result; empty if there are none. */
  List<DomContent> cards() {
    List<DomContent> cards = new ArrayList<>();
    for (String dataset : rows.datasets()) {
      NotableRows.of(rows, dataset).map(notable -> card(dataset, notable)).ifPresent(cards::add);
    }
    return cards.isEmpty()
        ? List.of()
        : List.of(
            div(each(cards.stream()))
                .withClasses("overview", cards.size() == 1 ? "single" : "several"));
  }

  private DomContent card(String dataset, NotableRows notable) {
    return article(
            div(each(answer(dataset, notable).stream())).withClass("answer"),
            div(each(figures(dataset).stream())).withClass("overview-chart"),
            lines(dataset, notable))
        .withClass("dataset");
  }

  private List<DomContent> answer(String dataset, NotableRows notable) {
    Optional<String> unequal = rows.equalTraining().reason(dataset);
    SeedGroup shown = notable.bestMultiTask().orElse(notable.best());
    Headline headline = rows.headlineOf(dataset);
    String title =
        notable.bestMultiTask().isEmpty()
            ? "only single-task learning"
            : unequal.isPresent()
                ? highest(headline).toLowerCase(Locale.ROOT) + " multi-task score"
                : "best multi-task row";
    Optional<Summary> minutes = shown.summary(Measures::totalMinutes);
    List<DomContent> parts = new ArrayList<>();
    parts.add(h3(text(HtmlText.clean(dataset)), span(": " + title).withClass("label")));
    parts.add(
        p(
                strong(link(shown)),
                text(": "),
                strong(headline.metric().withUnit(score(shown).text())),
                text(" " + HtmlText.clean(phrase(headline))),
                each(
                    minutes.stream()
                        .map(
                            known ->
                                each(
                                    text(" in "),
                                    strong(NumberFormats.decimals(known.mean()) + " min")))),
                text(", "),
                strong(NumberFormats.wholeMean(shown.summary(Measures::nonzeroParameters)).text()),
                text(" parameters"))
            .withClass("verdict"));
    unequal
        .map(reason -> "Not a fair comparison: " + reason + ".")
        .or(() -> Findings.againstSingleTask(rows, dataset))
        .ifPresent(sentence -> parts.add(p(HtmlText.clean(sentence)).withClass("against")));
    List<String> remarks = new ArrayList<>();
    if (unequal.isEmpty()) {
      remarks.add(Findings.lead(rows, dataset));
    }
    rows.headline(shown)
        .filter(summary -> summary.spread().isPresent())
        .ifPresent(
            summary -> remarks.add("± is the 95 % interval over " + summary.n() + " seeds."));
    List<String> open = withoutResult(dataset);
    if (!open.isEmpty()) {
      remarks.add("Without a result: " + String.join("; ", open) + ".");
    }
    if (!remarks.isEmpty()) {
      parts.add(p(HtmlText.clean(String.join(" ", remarks))).withClasses("lead", "soft"));
    }
    return parts;
  }

  /** The labels of the dataset's methods that have no result. */
  private List<String> withoutResult(String dataset) {
    List<SeedGroup> groups =
        rows.groups().stream().filter(group -> group.cell().dataset().equals(dataset)).toList();
    return groups.stream()
        .map(group -> group.cell().label())
        .distinct()
        .filter(
            label ->
                groups.stream()
                    .noneMatch(
                        group ->
                            group.cell().label().equals(label) && rows.headline(group).isPresent()))
        .toList();
  }

  /** The headline in a few words. */
  private static String phrase(Headline headline) {
    return headline.kind() == Headline.Kind.DELTA_M
        ? headline.metric().title()
        : headline.phraseWithoutSplit();
  }

  private static String highest(Headline headline) {
    return headline.metric().higherIsBetter() ? "Highest" : "Lowest";
  }

  private Entry score(SeedGroup group) {
    return rows.headline(group, rows.headlineOf(group));
  }

  /** The chart of a dataset in all sizes; the page shows the one that fits. */
  private List<DomContent> figures(String dataset) {
    List<DomContent> figures = new ArrayList<>();
    for (OverviewChart.Size size : OverviewChart.Size.values()) {
      charts
          .find(OverviewChart.name(dataset, size))
          .ifPresent(
              drawn ->
                  // The renderer has escaped all text.
                  figures.add(div(rawHtml(drawn.svg())).withClasses("chart-" + size.word())));
    }
    return figures;
  }

  private DomContent lines(String dataset, NotableRows notable) {
    Headline headline = rows.headlineOf(dataset);
    boolean fair = rows.equalTraining().isComparable(dataset);
    String best = fair ? "Best" : highest(headline);
    return div(
            table(
                    thead(
                        tr(
                            th("").attr("scope", "col"),
                            th("Row").attr("scope", "col"),
                            number(headline.header(rows.plain())),
                            number("Total min"),
                            number("SR %"),
                            number(hasMultiplyAdds ? "M mult-adds" : "Parameters"))),
                    tbody(
                        line(best, Optional.of(notable.best())),
                        line(best + " multi-task", notable.bestMultiTask()),
                        line("Sparsest", notable.sparsest()),
                        line("Cheapest", notable.cheapest())))
                .withClass("notable"),
            p("Total min: training and search. SR: zero neuron rows. "
                    + (hasMultiplyAdds
                        ? "M mult-adds: millions of multiply-adds per example."
                        : "Parameters: those not zero."))
                .withClasses("lead", "soft"))
        .withClass("notable-box");
  }

  private static DomContent number(String title) {
    return th(HtmlText.clean(title)).attr("scope", "col").withClass("number");
  }

  private DomContent line(String what, Optional<SeedGroup> row) {
    if (row.isEmpty()) {
      return tr(th(what).attr("scope", "row"), td("none").attr("colspan", "5").withClass("soft"));
    }
    SeedGroup group = row.get();
    return tr(
        th(what).attr("scope", "row"),
        td(link(group)),
        td(HtmlText.clean(score(group).text())).withClass("number"),
        td(NumberFormats.mean(group.summary(Measures::totalMinutes)).text()).withClass("number"),
        td(NumberFormats.mean(group.summary(Measures::sr)).text()).withClass("number"),
        td((hasMultiplyAdds
                    ? NumberFormats.mean(group.summary(Measures::megaMultiplyAdds))
                    : NumberFormats.wholeMean(group.summary(Measures::nonzeroParameters)))
                .text())
            .withClass("number"));
  }

  private static DomContent link(SeedGroup group) {
    String name = group.cell().label() + " · " + group.cell().architecture();
    return a(HtmlText.clean(name)).withHref("#" + ChartRow.anchor(group.cell().id()));
  }
}
