package org.mtlbench.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlbench.reports.csv.CsvCurves;
import org.mtlbench.reports.csv.CsvMetrics;
import org.mtlbench.reports.csv.CsvResults;
import org.mtlbench.reports.csv.CsvTable;
import org.mtlbench.reports.document.ComparisonDocument;
import org.mtlbench.reports.document.RunDocument;
import org.mtlbench.reports.html.HtmlReport;
import org.mtlbench.reports.json.JsonLinesResults;
import org.mtlbench.reports.json.JsonLinesTables;
import org.mtlbench.reports.latex.LatexDocument;
import org.mtlbench.reports.latex.LatexInput;
import org.mtlbench.reports.markdown.MarkdownDocument;
import org.mtlbench.reports.model.Document;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.tables.Leaderboard;
import org.mtlbench.reports.tables.TableSection;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.UnwritableException;

/** The output formats of a report. */
public enum ReportFormat {
  /** {@code report.md}, {@code comparison.md}: Markdown for reading, also on GitHub. */
  MARKDOWN("md") {
    @Override
    public List<Path> write(Report report) throws IOException {
      return documents(report, ".md", MarkdownDocument::render);
    }
  },
  /**
   * {@code report.html}: one self-contained page; its charts are also in {@code charts/}. A
   * comparison is a section of the page.
   */
  HTML("html") {
    @Override
    public List<Path> write(Report report) throws IOException {
      String page =
          HtmlReport.render(
              report.folder(),
              report.out(),
              report.rows(),
              RunDocument.of(report.rows(), List.of()),
              sections(report),
              report.charts());
      return List.of(save(report, "report.html", page));
    }
  },
  /**
   * {@code report.tex}, {@code comparison.tex}: LaTeX documents that compile without changes;
   * {@code table-ID.tex}: each table for {@code \\input} in a paper.
   */
  LATEX("tex") {
    @Override
    public List<Path> write(Report report) throws IOException {
      List<Path> files = documents(report, ".tex", LatexDocument::render);
      String run = report.rows().results().run().name();
      for (Table table : tables(report)) {
        files.add(save(report, "table-" + table.id() + ".tex", LatexInput.render(run, table)));
      }
      return files;
    }
  },
  /**
   * {@code results.csv} with one line per cell, {@code metrics.csv} with one line per score, {@code
   * curves.csv} with one line per score of an epoch, {@code table-ID.csv} for each table.
   */
  CSV("csv") {
    @Override
    public List<Path> write(Report report) throws IOException {
      List<Path> files = new ArrayList<>();
      files.add(save(report, "results.csv", CsvResults.render(report.rows())));
      files.add(save(report, "metrics.csv", CsvMetrics.render(report.rows().results())));
      files.add(
          save(report, "curves.csv", CsvCurves.render(report.folder(), report.rows().results())));
      for (Table table : tables(report)) {
        files.add(save(report, "table-" + table.id() + ".csv", CsvTable.render(table)));
      }
      return files;
    }
  },
  /** {@code results.jsonl} with one line per record, {@code tables.jsonl} with one line per row. */
  JSON_LINES("jsonl") {
    @Override
    public List<Path> write(Report report) throws IOException {
      return List.of(
          save(report, "results.jsonl", JsonLinesResults.render(report.rows().results())),
          save(report, "tables.jsonl", JsonLinesTables.render(tables(report))));
    }
  };

  private final String word;

  ReportFormat(String word) {
    this.word = word;
  }

  /** The name on the command line. */
  public String word() {
    return word;
  }

  /**
   * Writes the files of this format atomically, replacing existing ones.
   *
   * @return the paths, the main file first
   */
  public abstract List<Path> write(Report report) throws IOException;

  private static Path save(Report report, String name, String content) throws UnwritableException {
    Path file = report.out().resolve(name);
    AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private static List<Path> documents(
      Report report, String suffix, Function<Document, String> format) throws IOException {
    List<Path> files = new ArrayList<>();
    Document document = RunDocument.of(report.rows(), report.tables());
    files.add(save(report, "report" + suffix, format.apply(document)));
    if (report.comparison().isPresent()) {
      Report.Comparison comparison = report.comparison().get();
      Document all = ComparisonDocument.of(comparison.runs(), comparison.tables());
      files.add(save(report, "comparison" + suffix, format.apply(all)));
    }
    return files;
  }

  private static List<Table> tables(Report report) {
    List<Table> tables = new ArrayList<>(report.tables());
    report.comparison().ifPresent(comparison -> tables.addAll(comparison.tables()));
    return tables;
  }

  /** The sections of a page: the comparison first, then the tables of the run. */
  private static List<TableSection> sections(Report report) {
    return Stream.concat(
            report.comparison().stream()
                .flatMap(
                    comparison ->
                        Stream.concat(
                            Stream.of(Leaderboard.section(comparison.runs())),
                            comparison.pairs().stream()
                                .map(table -> TableSection.of(table).ofSeveralRuns()))),
            report.sections().stream())
        .toList();
  }
}
