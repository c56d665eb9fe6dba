package org.mtlbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.tables.ComparedRun;

/** The document that compares several runs. */
public final class ComparisonDocument {
  private ComparisonDocument() {}

  /**
   * Builds the document.
   *
   * @param runs the runs in order
   * @param tables the tables that compare them
   */
  public static Document of(List<ComparedRun> runs, List<Table> tables) {
    List<Block> blocks = new ArrayList<>();
    tables.forEach(table -> blocks.add(new Block.TableBlock(table)));
    List<Text> warnings =
        runs.stream()
            .flatMap(
                run ->
                    run.rows().results().warnings().stream()
                        .map(warning -> Text.of(run.folder() + ": " + warning)))
            .toList();
    if (!warnings.isEmpty()) {
      blocks.add(new Block.Heading("Unreadable files"));
      blocks.add(new Block.Bullets(warnings, true));
    }
    return new Document(
        runs.stream().map(ComparedRun::folder).collect(Collectors.joining(", ")),
        List.of(),
        blocks);
  }
}
