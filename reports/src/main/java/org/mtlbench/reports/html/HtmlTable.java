package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;

/**
 * A table with its captions and footnotes. The page's script turns the headers into buttons that
 * sort by the underlying values; without the script the table is static.
 */
final class HtmlTable {
  private static final String METHOD = "method";
  private static final String PREFERENCE = "preference";
  private static final String NOTES = "notes";

  private final Table table;
  private final Predicate<String> shown;
  private final int naming;
  // Most rows have no preference vector, so a separate column would be wide and empty.
  private final OptionalInt preference;

  private HtmlTable(Table table, Predicate<String> shown) {
    this.table = table;
    this.shown = shown;
    OptionalInt method = table.indexOf(METHOD);
    this.naming = method.orElse(0);
    this.preference = method.isPresent() ? table.indexOf(PREFERENCE) : OptionalInt.empty();
  }

  /**
   * Renders the table in a box that scrolls horizontally if the page is too narrow.
   *
   * @param shown whether the page has a section for the cell with this id
   */
  static DomContent of(Table table, Predicate<String> shown) {
    return new HtmlTable(table, shown).render();
  }

  private DomContent render() {
    return each(
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
                        thead(tr(each(shownColumns(), this::header))),
                        tbody(each(table.rows(), this::row)))),
        below());
  }

  private List<Integer> shownColumns() {
    return IntStream.range(0, table.columns().size())
        .filter(place -> preference.isEmpty() || place != preference.getAsInt())
        .boxed()
        .toList();
  }

  private DomContent header(int place) {
    Column column = table.columns().get(place);
    ContainerTag<?> header = th(HtmlText.clean(column.header())).attr("scope", "col");
    if (column.align() == Column.Align.RIGHT) {
      header.withClass("number");
    } else if (place == naming) {
      header.withClass("naming");
    }
    return header;
  }

  private DomContent row(Row row) {
    return tr(each(shownColumns(), place -> entry(row, place)));
  }

  private DomContent entry(Row row, int place) {
    Entry entry = row.entries().get(place);
    Column column = table.columns().get(place);
    ContainerTag<?> cell = place == naming ? th().attr("scope", "row") : td();
    if (column.align() == Column.Align.RIGHT) {
      cell.withClass("number");
    } else if (column.id().equals(NOTES)) {
      cell.withClass("notes");
    } else if (place != naming) {
      cell.withClass("name");
    }
    // The row number, not its text, keeps ids unique.
    entry.value().ifPresent(value -> cell.attr("data-value", Double.toString(value)));
    DomContent text = HtmlText.styled(entry.text(), entry.style());
    Optional<String> first = row.cells().stream().filter(shown).findFirst();
    if (place == naming && first.isPresent()) {
      cell.with(a(text).withHref("#" + CellSection.anchor(first.get())));
    } else {
      cell.with(text);
    }
    if (place == naming) {
      preference.ifPresent(k -> cell.with(preference(row.entries().get(k).text())));
      cell.with(each(table.ownFlags(row), HtmlTable::flag));
    }
    return cell.with(each(entry.notes(), this::mark));
  }

  private static DomContent preference(String k) {
    return iff(!k.isEmpty(), each(text(" "), span(HtmlText.clean(k)).withClass("preference")));
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

  private DomContent below() {
    return div(
            each(table.below(), caption -> p(HtmlText.of(caption))),
            iff(
                !table.footnotes().isEmpty(),
                ol(
                    each(
                        IntStream.rangeClosed(1, table.footnotes().size()).boxed().toList(),
                        number ->
                            li(HtmlText.clean(table.footnotes().get(number - 1)))
                                .withId(note(number))))))
        .withClass("below");
  }
}
