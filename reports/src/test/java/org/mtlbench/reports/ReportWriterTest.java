package org.mtlbench.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.markdown.MarkdownTables;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

class ReportWriterTest {
  private static final Locale USUAL = Locale.getDefault();
  private static final TimeZone USUAL_ZONE = TimeZone.getDefault();
  private static final List<String> GOLDEN =
      List.of("report.md", "report.tex", "results.csv", "table-paper.csv", "tables.jsonl");

  @TempDir Path root;

  @AfterEach
  void restore() {
    Locale.setDefault(USUAL);
    TimeZone.setDefault(USUAL_ZONE);
  }

  private static ReportFiles write(RunFolder folder) throws IOException {
    return ReportWriter.write(ReportRequest.everything(folder));
  }

  private List<String> jsonLines(RunFolder folder) throws IOException {
    write(folder);
    return Files.readAllLines(root.resolve("results.jsonl"));
  }

  /** With {@code -Dmtlbench.update-golden=true} the expected file is replaced instead. */
  private void isGolden(String file, String expected) throws IOException {
    String written = Files.readString(root.resolve(file));
    if (Boolean.getBoolean("mtlbench.update-golden")) {
      Files.writeString(Path.of("src/test/resources/golden", expected), written);
    } else {
      assertThat(written).as(file).isEqualTo(golden(expected));
    }
  }

  private static String golden(String name) throws IOException {
    try (var in = ReportWriterTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
  void reportsAreIndependentOfLocaleAndTimeZone(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    write(FixtureRun.everything(root));

    for (String name : GOLDEN) {
      isGolden(name, name);
    }
  }

  /** No best row, no change, no test on the dataset of unequal rows, and a line that says why. */
  @Test
  void omitsComparisonsOfUnequalEpochs() throws IOException {
    write(UnequalRun.write(root));

    for (String name : List.of("report.md", "report.tex", "results.csv", "table-paper.csv")) {
      isGolden(name, "unequal/" + name);
    }
  }

  @Test
  void listsReportFirstAndWarnsAboutFiles() throws IOException {
    ReportFiles files = write(FixtureRun.everything(root));

    assertThat(files.files().get(0)).isEqualTo(root.resolve("report.md"));
    assertThat(files.warnings()).singleElement().asString().startsWith("cells/00000bad.json: ");
  }

  @Test
  void padsTableLines() throws IOException {
    Report report = write(FixtureRun.everything(root)).report();
    String table = MarkdownTables.render(report.tables().get(0));

    List<String> lines = table.lines().takeWhile(line -> line.startsWith("|")).toList();
    assertThat(lines).hasSize(10);
    assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.md",
        "report.tex",
        "report.html",
        "results.csv",
        "results.jsonl",
        "table-paper.csv",
        "tables.jsonl"
      })
  void allFormatsContainMatrixNote(String file) throws IOException {
    FixtureRun run = new FixtureRun().note("learning rate of the code");
    run.ended(run.plan("multimnist", "hps", "stl", "STL", 0, "{}"), CellStatus.FAILED, "exited");
    write(run.write(root));

    assertThat(Files.readString(root.resolve(file))).contains("learning rate of the code");
  }

  @Test
  void jsonLinesContainRecords() throws IOException {
    RunFolder folder = FixtureRun.everything(root);
    ResultsJson json = new ResultsJson();

    List<String> lines = jsonLines(folder);

    List<CellRecord> read = new java.util.ArrayList<>();
    for (String line : lines) {
      read.add(json.readCell("results.jsonl", line.getBytes(UTF_8)));
    }
    assertThat(read).isEqualTo(folder.readCells().cells());
  }

  @Test
  void rewritingReplacesFiles() throws IOException {
    RunFolder folder = FixtureRun.everything(root);
    write(folder);
    write(folder);

    try (Stream<Path> files = Files.list(root)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "run.json",
              "report.md",
              "report.html",
              "report.tex",
              "results.csv",
              "metrics.csv",
              "curves.csv",
              "results.jsonl",
              "table-efficiency.csv",
              "table-efficiency.tex",
              "table-pairs.csv",
              "table-pairs.tex",
              "table-paper.csv",
              "table-paper.tex",
              "table-published.csv",
              "table-published.tex",
              "table-tasks.csv",
              "table-tasks.tex",
              "tables.jsonl");
    }
  }

  @Test
  void rejectsFolderWithoutRun() {
    assertThatThrownBy(() -> write(RunFolder.at(root)))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessage(root + ": not a run folder: run.json is missing");
  }
}
