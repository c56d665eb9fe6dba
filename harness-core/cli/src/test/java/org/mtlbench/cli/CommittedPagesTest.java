package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.PlannedCell;

/** Compares pages of the documentation with the reports of committed records. */
class CommittedPagesTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path RESULTS = ROOT.resolve("docs/results");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table1",
        "small",
        "methods",
        "ls-sweep",
        "methods-real",
        "ls-sweep-real",
        "unlike-tasks",
        "pareto-short",
        "sparsity-front",
        "ours-compressed"
      })
  void reportOfCommittedRecordsIsComplete(String name) throws IOException {
    Path run = RESULTS.resolve(name);
    Map<String, String> before = FolderState.of(run);
    Path out = temporary.resolve("page");

    Cli.Result report = Cli.run("report", run.toString(), "--out", out.toString());

    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.DONE);
    assertThat(report.err()).as("warnings").isEmpty();
    assertThat(FolderState.of(run)).isEqualTo(before);
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    assertThat(out.resolve("report.md")).isNotEmptyFile();
    RunFolder folder = RunFolder.at(run);
    CellsRead cells = folder.readCells();
    assertThat(cells.cells()).isNotEmpty();
    assertThat(cells.warnings()).isEmpty();
    assertThat(Files.readAllLines(out.resolve("results.csv")).stream().skip(1))
        .as("a line for each planned cell and each record")
        .extracting(line -> line.split(",", 3)[1])
        .containsAll(folder.readRun().cells().stream().map(PlannedCell::id).toList())
        .containsAll(cells.cells().stream().map(CellRecord::id).toList());
  }

  /**
   * Parts of a page between {@code <!-- report RECORDS: HEADING -->} and {@code <!-- end -->} are
   * the sections of that heading in the report of {@code docs/results/RECORDS}, {@code claims} is
   * {@link ClaimsTable}. {@code -Dmtlbench.update-pages=true} writes them.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "table1.md",
        "claims.md",
        "small-table.md",
        "tuned-comparison.md",
        "unlike-tasks.md",
        "pareto.md"
      })
  void pagesMatchCommittedRecords(String name) throws IOException {
    Path page = ROOT.resolve("docs").resolve(name);
    String written = Files.readString(page);
    assertThat(written).contains("<!-- report ");
    Map<String, String> reports = new HashMap<>();
    String made =
        Pattern.compile("(?s)(<!-- report (\\S+): (.+?) -->\n).*?<!-- end -->")
            .matcher(written)
            .replaceAll(
                quote -> {
                  Path run = RESULTS.resolve(quote.group(2));
                  String section =
                      quote.group(3).equals("claims")
                          ? claims(run)
                          : section(
                              reports.computeIfAbsent(quote.group(2), records -> report(run)),
                              quote.group(3));
                  return Matcher.quoteReplacement(quote.group(1) + section + "\n<!-- end -->");
                });
    if (Boolean.getBoolean("mtlbench.update-pages")) {
      Files.writeString(page, made);
    }
    assertThat(written).as("the quotations of %s", name).isEqualTo(made);
  }

  /** The text of the report of a folder of records. */
  private String report(Path run) {
    Path out = temporary.resolve(run.getFileName());
    Cli.Result report = Cli.run("report", run.toString(), "--out", out.toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.DONE);
    try {
      return Files.readString(out.resolve("report.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String claims(Path run) {
    try {
      return ClaimsTable.of(RunFolder.at(run).readCells().cells());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String report, String heading) {
    Matcher section =
        Pattern.compile("(?sm)^##+ " + Pattern.quote(heading) + "\n(.*?)(?=^##+ |\\z)")
            .matcher(report);
    assertThat(section.find()).as("section '%s' of the report", heading).isTrue();
    return section.group(1).strip();
  }
}
