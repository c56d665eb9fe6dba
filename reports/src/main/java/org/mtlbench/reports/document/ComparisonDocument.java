package org.mtlbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;

/** The document that compares two runs. */
public final class ComparisonDocument {
  private ComparisonDocument() {}

  /**
   * Builds the document.
   *
   * @param first rows of run A
   * @param second rows of run B
   * @param table the comparison table
   */
  public static Document of(Rows first, Rows second, Table table) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table));
    List<Text> warnings =
        Stream.concat(
                first.results().warnings().stream().map(warning -> "A: " + warning),
                second.results().warnings().stream().map(warning -> "B: " + warning))
            .map(Text::of)
            .toList();
    if (!warnings.isEmpty()) {
      blocks.add(new Block.Heading("Unreadable files"));
      blocks.add(new Block.Bullets(warnings, true));
    }
    return new Document(
        first.results().run().name() + " and " + second.results().run().name(), List.of(), blocks);
  }
}
