package org.mtlbench.reports.html;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.tables.RowNotes;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.run.PlannedCell;

/** The collapsible section of one cell. */
final class CellSection {
  private final Rows rows;
  private final Outcome outcome;
  private final PlannedCell cell;
  private final Optional<DrawnCharts.Drawn> curves;
  private final List<Event> events;
  private final String log;
  private final List<DomContent> files;

  /**
   * Creates the section of a cell.
   *
   * @param rows rows of the run
   * @param curves training chart of the cell
   * @param events events of the cell; empty to omit the measures of its epochs
   * @param log end of the cell's log
   * @param files links to the cell's files
   * @param outcome the cell
   */
  CellSection(
      Rows rows,
      Outcome outcome,
      Optional<DrawnCharts.Drawn> curves,
      List<Event> events,
      String log,
      List<DomContent> files) {
    this.rows = rows;
    this.outcome = outcome;
    this.cell = outcome.cell();
    this.curves = curves;
    this.events = List.copyOf(events);
    this.log = log;
    this.files = List.copyOf(files);
  }

  /** The anchor of a cell's section. */
  static String anchor(String id) {
    return "cell-" + id;
  }

  DomContent render() {
    return details(head(), div(each(body().stream())).withClass("inside"))
        .withId(anchor(cell.id()))
        .withClass("cell")
        .attr("data-status", outcome.status());
  }

  private DomContent head() {
    String preference = rows.results().preference(cell);
    String name =
        cell.label()
            + (preference.isEmpty() ? "" : " " + preference)
            + " · "
            + cell.architecture()
            + ", seed "
            + cell.seed();
    return summary(
        span(HtmlText.clean(name)).withClass("name"),
        span(outcome.status()).withClasses("status", outcome.status()),
        span(figures()).withClass("figures"));
  }

  private String figures() {
    List<String> figures = new ArrayList<>();
    outcome
        .result()
        .ifPresent(
            cell -> {
              Headline headline = rows.headlineOf(cell.dataset());
              headline.valueOf(cell).ifPresent(v -> figures.add(figure(headline, v)));
              Measures.sr(cell)
                  .filter(v -> v > 0)
                  .ifPresent(v -> figures.add("SR " + NumberFormats.decimals(v) + " %"));
              Measures.totalMinutes(cell)
                  .ifPresent(v -> figures.add(NumberFormats.decimals(v) + " min"));
            });
    return String.join(" · ", figures);
  }

  private static String figure(Headline headline, double value) {
    String text = headline.metric().withUnit(headline.metric().number(value));
    return headline.kind() == Headline.Kind.MEAN ? text : headline.metric().title() + " " + text;
  }

  private List<DomContent> body() {
    List<DomContent> parts = new ArrayList<>();
    RowNotes.Gap gap = RowNotes.gap(outcome);
    if (outcome.result().isEmpty()) {
      String reason = gap.reason().isEmpty() ? "." : ": " + gap.reason();
      parts.add(
          div(p(strong(HtmlText.clean(gap.phrase())), text(HtmlText.clean(reason))))
              .withClass("warning"));
    }
    parts.add(notes());
    outcome.record().ifPresent(record -> results(record, parts));
    curves.ifPresent(
        drawn -> {
          parts.add(h4("Training curves"));
          parts.add(ChartFigures.packed(drawn));
        });
    parts.add(CellMeasures.of(events));
    parts.add(h4("Configuration"));
    parts.add(pre(HtmlText.clean(ConfigLines.of(cell.config()))));
    outcome.record().ifPresent(record -> parts.add(CellFacts.provenance(record)));
    if (!log.isEmpty()) {
      parts.add(h4("End of the log"));
      parts.add(pre(HtmlText.clean(log)).attr("tabindex", "0"));
    }
    parts.add(files());
    return parts;
  }

  private DomContent notes() {
    List<String> notes = new ArrayList<>(cell.note().stream().toList());
    outcome
        .record()
        .ifPresent(
            record -> {
              notes.addAll(RowNotes.flags(record));
              notes.addAll(record.notes());
            });
    return iff(
        !notes.isEmpty(),
        div(ul(each(notes, note -> li(HtmlText.clean(note))))).withClass("warning"));
  }

  private void results(CellRecord record, List<DomContent> parts) {
    parts.add(
        CellTables.scores(record, rows.tasks(record.dataset()), rows.headlineOf(record.dataset())));
    parts.add(CellFacts.results(record));
    parts.add(CellTables.sparsity(record));
    parts.add(CellTables.phases(record));
    parts.add(CellTables.trials(record));
  }

  private DomContent files() {
    List<DomContent> listed = new ArrayList<>();
    for (DomContent file : files) {
      listed.add(text(listed.isEmpty() ? "Files of the run folder: " : ", "));
      listed.add(file);
    }
    return iff(!files.isEmpty(), p(each(listed.stream())).withClass("soft"));
  }
}
