package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.charts.RunCharts;
import org.mtlbench.reports.document.Limits;
import org.mtlbench.reports.document.RunDocument;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.tables.TableSection;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.RunRecord;

/** The report of a run as a single HTML page. */
public final class HtmlReport {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  // Those of the many preference vectors of a study would fill the screen.
  private static final int MAX_SWITCHES = 50;

  private final RunFolder folder;
  private final FileLinks links;
  private final Rows rows;
  private final Document document;
  private final List<TableSection> tables;
  private final DrawnCharts charts;
  private final HtmlBlocks blocks;
  private final TableRenderer renderer;

  private HtmlReport(
      RunFolder folder,
      FileLinks links,
      Rows rows,
      Document document,
      List<TableSection> tables,
      DrawnCharts charts) {
    this.folder = folder;
    this.links = links;
    this.rows = rows;
    this.document = document;
    this.tables = List.copyOf(tables);
    this.charts = charts;
    Set<String> cells =
        rows.results().outcomes().stream()
            .map(outcome -> outcome.cell().id())
            .collect(Collectors.toSet());
    this.renderer = new TableRenderer(cells);
    this.blocks = new HtmlBlocks(renderer);
  }

  /**
   * Renders the page.
   *
   * @param folder the run's folder, from which events and logs are read
   * @param out the folder that the page is written to; links are relative to it
   * @param rows rows of the run
   * @param document text of the page
   * @param tables tables of the page; the first section follows the summary, the others follow the
   *     charts
   * @param charts charts to embed
   * @throws IOException if events or logs cannot be read
   */
  public static String render(
      RunFolder folder,
      Path out,
      Rows rows,
      Document document,
      List<TableSection> tables,
      DrawnCharts charts)
      throws IOException {
    FileLinks links = new FileLinks(folder.root(), out);
    HtmlReport report = new HtmlReport(folder, links, rows, document, tables, charts);
    return new HtmlPage(document.title(), facts(rows), report.sections()).render();
  }

  /** When and where the run was made, and how far it is. */
  private static String facts(Rows rows) {
    RunRecord run = rows.results().run();
    int datasets = rows.datasets().size();
    return RunDocument.counts(rows.results())
        + " · "
        + datasets
        + (datasets == 1 ? " dataset" : " datasets")
        + " · created "
        + DATE.format(run.created())
        + " UTC · "
        + run.environment().device()
        + ", "
        + run.environment().cpus()
        + " processors · matrix "
        + run.matrixHash();
  }

  private List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("summary", "Overview", overview()));
    tables.stream().limit(1).map(this::tables).forEach(sections::add);
    if (charts.ofRun().findAny().isPresent()) {
      List<DomContent> figures = charts.ofRun().map(ChartFigures::open).toList();
      sections.add(
          new Section(
              "charts",
              "Charts",
              List.of(series(), div(each(figures.stream())).withClass("charts"))));
    }
    tables.stream().skip(1).map(this::tables).forEach(sections::add);
    sections.add(new Section("cells", "Cells", cells()));
    sections.addAll(texts());
    if (!charts.missing().isEmpty()) {
      sections.add(
          new Section(
              "missing-charts",
              "Missing charts",
              List.of(ul(each(charts.missing(), reason -> li(HtmlText.clean(reason)))))));
    }
    return sections;
  }

  private Section tables(TableSection part) {
    List<DomContent> content = new ArrayList<>();
    for (TableSection.Titled titled : part.tables()) {
      if (!titled.dataset().isEmpty()) {
        content.add(h3(HtmlText.clean(titled.dataset())));
      }
      content.add(renderer.render(titled.table(), !titled.dataset().isEmpty(), part.ofRun()));
    }
    return new Section(part.id(), part.title(), content);
  }

  /** The sections of the document: each heading starts one. */
  private List<Section> texts() {
    List<Section> sections = new ArrayList<>();
    List<DomContent> current = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        current = new ArrayList<>();
        sections.add(new Section("part-" + (sections.size() + 1), heading.text(), current));
      } else if (block instanceof Block.TableBlock table) {
        current = new ArrayList<>(List.of(block.accept(blocks)));
        sections.add(new Section(table.table().id(), table.table().title(), current));
      } else {
        current.add(block.accept(blocks));
      }
    }
    return sections;
  }

  /**
   * The switches of the methods, which the script brings to life; a legend without it. Empty for
   * very many methods.
   */
  private DomContent series() {
    ChartKey key = RunCharts.key(rows);
    Set<String> shown =
        rows.results().results().stream().map(CellRecord::label).collect(Collectors.toSet());
    if (shown.size() > MAX_SWITCHES) {
      return text("");
    }
    return div(each(
            key.methods().stream().filter(shown::contains).toList(),
            method ->
                button(rawHtml(ChartFigures.swatch(key, method)), text(HtmlText.clean(method)))
                    .attr("type", "button")
                    .attr("aria-pressed", "true")
                    .attr("data-switch", Integer.toString(key.series(method)))))
        .withClass("series")
        .attr("role", "group")
        .attr("aria-label", "Methods shown in the charts");
  }

  private List<DomContent> overview() {
    List<DomContent> content = new ArrayList<>();
    List<DomContent> cards = new OverviewSection(rows, charts).cards();
    if (!cards.isEmpty()) {
      content.add(series());
    }
    content.addAll(cards);
    List<Text> limits = Limits.of(rows);
    if (!limits.isEmpty()) {
      content.add(h3("Limits of this comparison"));
      content.add(new Block.Bullets(limits, true).accept(blocks));
    }
    if (!charts.missing().isEmpty()) {
      content.add(
          p(
              text("Some charts are missing, "),
              a("see why").withHref("#missing-charts"),
              text(".")));
    }
    return content;
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
