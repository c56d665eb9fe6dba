package org.mtlbench.reports.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import org.mtlbench.reports.model.Block;

/** Renders the blocks of a document as HTML. */
final class HtmlBlocks implements Block.Visitor<DomContent> {
  private final TableRenderer tables;

  /**
   * Creates the renderer of a page.
   *
   * @param tables renders its tables
   */
  HtmlBlocks(TableRenderer tables) {
    this.tables = tables;
  }

  @Override
  public DomContent heading(Block.Heading heading) {
    return h2(HtmlText.clean(heading.text()));
  }

  @Override
  public DomContent paragraph(Block.Paragraph paragraph) {
    return p(HtmlText.of(paragraph.text()));
  }

  @Override
  public DomContent bullets(Block.Bullets bullets) {
    DomContent list = ul(each(bullets.points(), point -> li(HtmlText.of(point))));
    return bullets.warning() ? div(list).withClass("warning") : list;
  }

  @Override
  public DomContent command(Block.Command command) {
    return pre(code(HtmlText.clean(command.line())));
  }

  /** The table without its title, which is the heading of the enclosing section. */
  @Override
  public DomContent table(Block.TableBlock table) {
    return tables.render(table.table(), false, true);
  }
}
