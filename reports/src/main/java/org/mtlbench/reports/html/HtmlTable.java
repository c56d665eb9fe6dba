package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.sup;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;

/**
 * A table with its captions and footnotes. The column that names the rows comes first. Columns of
 * details are hidden until the reader asks for them, with or without JavaScript. The page's script
 * turns the headers into buttons that sort by the underlying values; without it the table is
 * static.
 */
final class HtmlTable {
  private static final String METHOD = "method";
  private static final String PREFERENCE = "preference";
  // Longer entries break, so that a table fits the page.
  private static final int MAX_LINE = 24;
  private static final String ARCHITECTURE = "architecture";
  private static final String DATASET = "dataset";
  private static final String NOTES = "notes";

  private final Table table;
  private final TableRenderer page;
  private final int naming;
  // Most rows have no preference vector, so a separate column would be wide and empty.
  private final OptionalInt preference;
  private final OptionalInt architecture;
  private final boolean ofDataset;
  private final List<Integer> shown;

  /**
   * Creates the renderer of a table.
   *
   * @param page links of the rows
   * @param ofDataset whether to leave out the column of datasets
   */
  HtmlTable(Table table, TableRenderer page, boolean ofDataset) {
    this.table = table;
    this.page = page;
    OptionalInt method = table.indexOf(METHOD);
    this.naming = method.orElse(0);
    this.preference = method.isPresent() ? table.indexOf(PREFERENCE) : OptionalInt.empty();
    this.architecture = method.isPresent() ? table.indexOf(ARCHITECTURE) : OptionalInt.empty();
    this.ofDataset = ofDataset;
    this.shown = shown(ofDataset ? table.indexOf(DATASET) : OptionalInt.empty());
  }

  /** The columns from left to right: the naming one, the architecture, key columns, others. */
  private List<Integer> shown(OptionalInt dataset) {
    Comparator<Integer> order =
        Comparator.comparing(
            place ->
                place == naming
                    ? 0
                    : is(architecture, place)
                        ? 1
                        : table.columns().get(place).weight() == Column.Weight.KEY ? 2 : 3);
    return IntStream.range(0, table.columns().size())
        .filter(place -> !is(preference, place) && !is(dataset, place) && !isEmptyNotes(place))
        .boxed()
        .sorted(order)
        .toList();
  }

  private boolean isEmptyNotes(int place) {
    return table.columns().get(place).id().equals(NOTES)
        && table.rows().stream()
            .map(row -> row.entries().get(place))
            .allMatch(entry -> entry.text().isEmpty() && entry.notes().isEmpty());
  }

  private static boolean is(OptionalInt column, int place) {
    return column.isPresent() && column.getAsInt() == place;
  }

  private static boolean isDetail(Column column) {
    return column.weight() == Column.Weight.DETAIL;
  }

  DomContent render() {
    boolean details = shown.stream().anyMatch(place -> isDetail(table.columns().get(place)));
    String box = table.id() + "-details";
    ContainerTag<?> whole = div();
    if (ofDataset) {
      // Other tables have the id of their section.
      whole.withId(table.id());
    }
    return whole
        .with(
            iff(
                details,
                each(
                    input().withType("checkbox").withId(box).withClass("details-box"),
                    label("All columns").withFor(box).withClass("details-label"))),
            div()
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", HtmlText.clean(table.title()))
                .with(
                    table()
                        .withClass("sortable")
                        .with(
                            caption(HtmlText.clean(table.title())).withClass("unseen"),
                            thead(tr(each(shown, this::header))),
                            tbody(each(table.rows(), this::row)))),
            below())
        .withClass("table");
  }

  private DomContent header(int place) {
    Column column = table.columns().get(place);
    ContainerTag<?> header = th(HtmlText.clean(column.header())).attr("scope", "col");
    if (column.highestFirst()) {
      header.attr("data-first", "descending");
    }
    return header.withClass(classes(place, column));
  }

  private String classes(int place, Column column) {
    Stream<String> kind =
        column.align() == Column.Align.RIGHT
            ? Stream.of("number")
            : place == naming
                ? Stream.of("naming")
                : column.id().equals(NOTES)
                    ? Stream.of("notes")
                    : is(architecture, place) ? Stream.of("name", "beside") : Stream.of("name");
    Stream<String> detail = isDetail(column) ? Stream.of("detail") : Stream.empty();
    return String.join(" ", Stream.concat(kind, detail).toList());
  }

  private DomContent row(Row row) {
    ContainerTag<?> line = tr();
    page.anchor(row).ifPresent(line::withId);
    return line.with(each(shown, place -> entry(row, place)));
  }

  private DomContent entry(Row row, int place) {
    Entry entry = row.entries().get(place);
    ContainerTag<?> cell = place == naming ? th().attr("scope", "row") : td();
    cell.withClass(
        classes(place, table.columns().get(place))
            + (entry.text().length() > MAX_LINE ? " long" : ""));
    entry.value().ifPresent(value -> cell.attr("data-value", Double.toString(value)));
    DomContent text = HtmlText.styled(entry.text(), entry.style());
    if (place == naming) {
      cell.with(page.link(row).<DomContent>map(id -> a(text).withHref("#" + id)).orElse(text));
      preference.ifPresent(
          k -> cell.with(small(missing(row.entries().get(k).text(), entry.text()), "preference")));
      architecture.ifPresent(i -> cell.with(small(row.entries().get(i).text(), "narrow")));
      cell.with(each(table.ownFlags(row), HtmlTable::flag));
    } else {
      cell.with(text);
    }
    return cell.with(each(entry.notes(), this::mark));
  }

  /** The words unless a name contains them, as labels of a study contain the preference vector. */
  private static String missing(String words, String name) {
    return name.contains(words) ? "" : words;
  }

  private static DomContent small(String words, String kind) {
    return iff(!words.isEmpty(), each(text(" "), span(HtmlText.clean(words)).withClass(kind)));
  }

  private static DomContent flag(Flag flag) {
    return each(text(" "), span(flag.displayName()).withClass("flag"));
  }

  private DomContent mark(int number) {
    return each(text(" "), sup(a("[" + number + "]").withHref("#" + note(number))));
  }

  private String note(int number) {
    return table.id() + "-note-" + number;
  }

  /** Notes on the rows, and the definitions of the columns, which the reader can open. */
  private DomContent below() {
    return div(
            each(table.common().captions(), caption -> p(HtmlText.of(caption))),
            iff(
                !table.footnotes().isEmpty(),
                ol(
                    each(
                        IntStream.rangeClosed(1, table.footnotes().size()).boxed().toList(),
                        number ->
                            li(HtmlText.clean(table.footnotes().get(number - 1)))
                                .withId(note(number))))),
            iff(
                !table.captions().isEmpty(),
                details(
                        summary("About this table"),
                        each(table.captions(), caption -> p(HtmlText.of(caption))))
                    .withClass("about")))
        .withClass("below");
  }
}
