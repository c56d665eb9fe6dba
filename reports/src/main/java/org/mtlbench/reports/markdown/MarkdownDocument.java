package org.mtlbench.reports.markdown;

import java.util.stream.Collectors;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;

/** A document in Markdown. */
public final class MarkdownDocument implements Block.Visitor<String> {
  private MarkdownDocument() {}

  /** Renders the document; the last line ends with a line feed. */
  public static String render(Document document) {
    MarkdownDocument format = new MarkdownDocument();
    return "# "
        + MarkdownText.escape(document.title())
        + "\n\n"
        + document
            .all()
            .map(block -> block.accept(format).stripTrailing())
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  @Override
  public String heading(Block.Heading heading) {
    return "## " + MarkdownText.escape(heading.text());
  }

  @Override
  public String paragraph(Block.Paragraph paragraph) {
    return MarkdownText.of(paragraph.text());
  }

  @Override
  public String bullets(Block.Bullets bullets) {
    return bullets.points().stream()
        .map(point -> "- " + MarkdownText.of(point))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String command(Block.Command command) {
    return MarkdownText.codeBlock(command.line());
  }

  @Override
  public String table(Block.TableBlock table) {
    return "## "
        + MarkdownText.escape(table.table().title())
        + "\n\n"
        + MarkdownTables.render(table.table());
  }
}
