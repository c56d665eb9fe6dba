package org.mtlbench.reports.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.RowNotes;
import org.mtlbench.results.run.EnvironmentRecord;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;

/**
 * The report of a run: best rows and their limits, tables, missing cells, and how to reproduce it.
 */
public final class RunDocument {
  private final Rows rows;
  private final RunResults results;
  private final List<Block> blocks = new ArrayList<>();

  private RunDocument(Rows rows) {
    this.rows = rows;
    this.results = rows.results();
  }

  /**
   * Builds the document.
   *
   * @param tables the tables to show, in order
   */
  public static Document of(Rows rows, List<Table> tables) {
    return new RunDocument(rows).document(tables);
  }

  private Document document(List<Table> tables) {
    blocks.add(new Block.Heading("Setup"));
    blocks.add(facts());
    tables.forEach(table -> blocks.add(new Block.TableBlock(table)));
    gaps();
    if (!results.warnings().isEmpty()) {
      blocks.add(new Block.Heading("Unreadable files"));
      blocks.add(new Block.Bullets(results.warnings().stream().map(Text::of).toList(), true));
    }
    reproduce();
    return new Document(results.run().name(), summary(), blocks);
  }

  private List<Block> summary() {
    List<Block> summary = new ArrayList<>();
    summary.add(new Block.Paragraph(Text.of(counts(results) + ".")));
    List<Text> best = Findings.bestRows(rows);
    if (!best.isEmpty()) {
      summary.add(new Block.Heading("Best rows"));
      summary.add(new Block.Bullets(best, false));
    }
    List<Text> limits = Limits.of(rows);
    if (!limits.isEmpty()) {
      summary.add(new Block.Heading("Limits of this comparison"));
      summary.add(new Block.Bullets(limits, true));
    }
    return summary;
  }

  /** How many cells are done, and the status of the others. */
  public static String counts(RunResults results) {
    Map<String, Long> byStatus =
        results.outcomes().stream()
            .collect(
                Collectors.groupingBy(Outcome::status, LinkedHashMap::new, Collectors.counting()));
    long done = byStatus.getOrDefault("done", 0L);
    byStatus.remove("done");
    StringBuilder text = new StringBuilder();
    text.append(done).append(" of ").append(results.outcomes().size()).append(" cells done");
    byStatus.forEach((status, count) -> text.append(", ").append(count).append(' ').append(status));
    return text.toString();
  }

  private Block facts() {
    RunRecord run = results.run();
    EnvironmentRecord machine = run.environment();
    List<String> lines = new ArrayList<>();
    lines.add("Matrix: " + run.matrixHash() + ", created " + run.created());
    lines.add("Machine: " + machine.os() + ", " + machine.cpus() + " processors");
    lines.add("Device: " + machine.device());
    lines.add("Engine: " + machine.engine() + ", Java " + machine.java());
    lines.add("Versions: " + joined(run.versions()));
    lines.add(
        "Slots: "
            + distinct(
                results.results().stream()
                    .map(cell -> Integer.toString(cell.execution().slots()))
                    .toList()));
    lines.add(
        "Seeds: "
            + distinct(
                results.outcomes().stream()
                    .map(outcome -> Long.toString(outcome.cell().seed()))
                    .toList()));
    lines.add("Budget: " + NumberFormats.exact(run.budget()) + " of the full epochs");
    lines.add("Data: " + joined(run.dataChecksums()));
    return new Block.Bullets(lines.stream().map(Text::of).toList(), false);
  }

  private static String joined(Map<String, String> values) {
    return values.isEmpty()
        ? "none"
        : values.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String distinct(List<String> values) {
    return values.isEmpty()
        ? "none yet"
        : values.stream().distinct().collect(Collectors.joining(", "));
  }

  private void gaps() {
    List<Text> lines = new ArrayList<>();
    for (Outcome outcome : results.outcomes()) {
      if (outcome.result().isEmpty()) {
        lines.add(gap(outcome));
      }
    }
    if (!lines.isEmpty()) {
      blocks.add(new Block.Heading("Cells without a result"));
      blocks.add(new Block.Bullets(lines, false));
    }
  }

  private Text gap(Outcome outcome) {
    PlannedCell cell = outcome.cell();
    String preference = results.preference(cell);
    String name =
        String.join(" / ", cell.dataset(), cell.architecture(), cell.label())
            + (preference.isEmpty() ? "" : " " + preference)
            + ", seed "
            + cell.seed();
    RowNotes.Gap gap = RowNotes.gap(outcome);
    String why = gap.text();
    Text line = new Text(List.of()).code(cell.id()).plain(" " + name + " - " + why);
    boolean ran = outcome.record().isPresent();
    return ran ? line.plain(" (log: ").code("logs/" + cell.id() + ".log").plain(")") : line;
  }

  private void reproduce() {
    blocks.add(new Block.Heading("Reproduce"));
    results.run().command().ifPresent(command -> blocks.add(new Block.Command(command)));
    Text text =
        Text.of(
                "The same command with the same output folder resumes this run and keeps"
                    + " finished cells. The run folder contains the matrix, the plan and all"
                    + " configurations in ")
            .code("run.json")
            .plain(" and the record of each cell in ")
            .code("cells/")
            .plain("; all records are in ")
            .code("results.csv")
            .plain(" and ")
            .code("results.jsonl")
            .plain(".");
    blocks.add(new Block.Paragraph(text));
  }
}
