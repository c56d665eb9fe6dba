package org.mtlbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;

/** Two runs side by side. */
public final class ComparisonDocument {
  private ComparisonDocument() {}

  /**
   * The document.
   *
   * @param first called A
   * @param second called B
   * @param table the table with both
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
      blocks.add(new Block.Heading("Files left out"));
      blocks.add(new Block.Bullets(warnings, true));
    }
    return new Document(
        first.results().run().name() + " and " + second.results().run().name(), List.of(), blocks);
  }
}
