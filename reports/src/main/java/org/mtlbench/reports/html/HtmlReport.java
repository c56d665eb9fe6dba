package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.charts.RunCharts;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.plot.ChartTheme;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** The report as a single HTML page. */
public final class HtmlReport {
  private final RunFolder folder;
  private final FileLinks links;
  private final Rows rows;
  private final Document document;
  private final DrawnCharts charts;
  private final HtmlBlocks blocks;

  private HtmlReport(
      RunFolder folder, FileLinks links, Rows rows, Document document, DrawnCharts charts) {
    this.folder = folder;
    this.links = links;
    this.rows = rows;
    this.document = document;
    this.charts = charts;
    Set<String> cells =
        rows.results().outcomes().stream()
            .map(outcome -> outcome.cell().id())
            .collect(Collectors.toSet());
    this.blocks = new HtmlBlocks(cells::contains);
  }

  /**
   * Renders the page.
   *
   * @param folder the run's folder, from which events and logs are read
   * @param out the folder that the page is written to; links are relative to it
   * @param rows rows of the run
   * @param document text and tables of the page
   * @param charts charts to embed
   * @throws IOException if events or logs cannot be read
   */
  public static String render(
      RunFolder folder, Path out, Rows rows, Document document, DrawnCharts charts)
      throws IOException {
    FileLinks links = new FileLinks(folder.root(), out);
    return new HtmlReport(folder, links, rows, document, charts).render();
  }

  private String render() throws IOException {
    Resource look = new Resource(Resource.read("report.css").content() + ChartTheme.css());
    Resource behaviour = Resource.read("report.js");
    List<Section> sections = sections();
    String name = HtmlText.clean(document.title());
    DomContent page =
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(policy(look, behaviour)),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    title(name + " - mtlbench"),
                    style(rawHtml(look.content()))),
                body(
                    a("Skip to the results").withHref("#main").withClass("skip"),
                    div(
                            header(h1(name), contents(sections)),
                            main(each(sections.stream().map(Section::render)))
                                .withId("main")
                                .attr("tabindex", "-1"),
                            footer(
                                p("Made by mtlbench from the records in this run's folder.")
                                    .withClass("soft")))
                        .withClass("page"),
                    script(rawHtml(behaviour.content()))))
            .withLang("en");
    return "<!DOCTYPE html>\n" + page.render() + "\n";
  }

  /** Content security policy: no external resources, and only the embedded script may run. */
  private static String policy(Resource look, Resource behaviour) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
        + look.policySource()
        + "; script-src "
        + behaviour.policySource();
  }

  private static DomContent contents(List<Section> sections) {
    return nav(ul(each(sections, s -> li(a(HtmlText.clean(s.title())).withHref("#" + s.id())))))
        .attr("aria-label", "Contents");
  }

  private List<Section> sections() throws IOException {
    List<Section> ofDocument = new ArrayList<>();
    List<DomContent> current = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        current = new ArrayList<>();
        ofDocument.add(new Section(id(ofDocument), heading.text(), current));
      } else if (block instanceof Block.TableBlock table) {
        current = new ArrayList<>();
        current.add(block.accept(blocks));
        ofDocument.add(new Section(table.table().id(), table.table().title(), current));
      } else {
        current.add(block.accept(blocks));
      }
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("summary", "Summary", summary()));
    // The setup matters less than the results, so it comes later.
    List<Section> tables =
        ofDocument.stream().filter(section -> !section.id().startsWith("part-")).toList();
    int first = rows.parts().size();
    tables.stream().limit(first).forEach(sections::add);
    if (charts.ofRun().findAny().isPresent()) {
      List<DomContent> figures = charts.ofRun().map(ChartFigures::open).toList();
      sections.add(
          new Section(
              "charts", "Charts", List.of(div(each(figures.stream())).withClass("charts"))));
    }
    tables.stream().skip(first).forEach(sections::add);
    sections.add(new Section("cells", "Cells", cells()));
    ofDocument.stream().filter(section -> section.id().startsWith("part-")).forEach(sections::add);
    if (!charts.missing().isEmpty()) {
      sections.add(
          new Section(
              "missing-charts",
              "Missing charts",
              List.of(ul(each(charts.missing(), reason -> li(HtmlText.clean(reason)))))));
    }
    return sections;
  }

  private static String id(List<Section> before) {
    return "part-" + (before.size() + 1);
  }

  private List<DomContent> summary() {
    List<DomContent> content = new ArrayList<>();
    for (Block block : document.summary()) {
      content.add(
          block instanceof Block.Heading heading
              ? h3(HtmlText.clean(heading.text()))
              : block.accept(blocks));
    }
    content.add(Math.min(1, content.size()), p(text(described())));
    if (!charts.missing().isEmpty()) {
      content.add(
          p(
              text("Some charts are missing, "),
              a("see why").withHref("#missing-charts"),
              text(".")));
    }
    return content;
  }

  /** Methods, architectures, datasets and device of the run. */
  private String described() {
    List<Outcome> outcomes = rows.results().outcomes();
    return HtmlText.clean(
        "Methods: "
            + distinct(outcomes, outcome -> outcome.cell().label())
            + ". Architectures: "
            + distinct(outcomes, outcome -> outcome.cell().architecture())
            + ". Datasets: "
            + distinct(outcomes, outcome -> outcome.cell().dataset())
            + ". Device: "
            + rows.results().run().environment().device()
            + ".");
  }

  private static String distinct(List<Outcome> outcomes, Function<Outcome, String> name) {
    return outcomes.stream().map(name).distinct().collect(Collectors.joining(", "));
  }

  /** Links to the files of the cell that exist. */
  private List<DomContent> files(String id, EventReader events) {
    return Stream.of(
            Optional.of(folder.cellFile(id)), events.source(), Optional.of(folder.logFile(id)))
        .flatMap(Optional::stream)
        .filter(Files::isRegularFile)
        .map(links::link)
        .toList();
  }

  private List<DomContent> cells() throws IOException {
    Map<String, List<DomContent>> byDataset = new LinkedHashMap<>();
    Set<String> detailed =
        rows.results().outcomes().stream()
            .limit(RunCharts.maxCurves(rows.results().outcomes().size()))
            .map(outcome -> outcome.cell().id())
            .collect(Collectors.toSet());
    for (SeedGroup group : rows.groups()) {
      for (Outcome outcome : group.outcomes()) {
        String id = outcome.cell().id();
        EventReader events = new EventReader(folder.eventFile(id));
        byDataset
            .computeIfAbsent(outcome.cell().dataset(), dataset -> new ArrayList<>())
            .add(
                new CellSection(
                        rows,
                        outcome,
                        charts.find(RunCharts.curvesOf(id)),
                        detailed.contains(id) ? events.readAll().events() : List.of(),
                        LogTail.of(folder.logFile(id)),
                        files(id, events))
                    .render());
      }
    }
    List<DomContent> parts = new ArrayList<>();
    byDataset.forEach(
        (dataset, cells) -> parts.add(section(h3(HtmlText.clean(dataset)), each(cells.stream()))));
    return List.of(
        p("Each cell with its configuration, provenance, curves and log. Open one to read it.")
            .withClass("soft"),
        div(each(parts.stream())).withId("cell-list"));
  }
}
