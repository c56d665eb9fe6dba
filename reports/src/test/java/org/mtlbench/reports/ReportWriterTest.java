package org.mtlbench.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CorruptRecordException;
import org.mtlbench.results.ResultsJson;
import org.mtlbench.results.folder.RunFolder;

class ReportWriterTest {
  private static final Locale USUAL = Locale.getDefault();

  @TempDir Path root;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(USUAL);
  }

  private static String golden(String name) throws IOException {
    try (var in = ReportWriterTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
  void reportsAreTheSameUnderEveryLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    ReportFiles files = ReportWriter.write(FixtureRun.everything(root));

    assertThat(Files.readString(files.markdown())).isEqualTo(golden("report.md"));
    assertThat(Files.readString(files.csv())).isEqualTo(golden("results.csv"));
  }

  @Test
  void theTableIsThatOfTheReport() throws IOException {
    ReportFiles files = ReportWriter.write(FixtureRun.everything(root));

    assertThat(Files.readString(files.markdown())).contains(files.table());
    assertThat(files.warnings()).singleElement().asString().startsWith("cells/00000bad.json: ");
  }

  @Test
  void everyLineOfTheTableIsOfOneLength() throws IOException {
    String table = ReportWriter.write(FixtureRun.everything(root)).table();

    List<String> lines = table.lines().takeWhile(line -> line.startsWith("|")).toList();
    assertThat(lines).hasSize(10);
    assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
  }

  @Test
  void jsonLinesAreTheRecords() throws IOException {
    RunFolder folder = FixtureRun.everything(root);
    ResultsJson json = new ResultsJson();

    List<String> lines = Files.readAllLines(ReportWriter.write(folder).jsonLines());

    List<CellRecord> read = new java.util.ArrayList<>();
    for (String line : lines) {
      read.add(json.readCell("results.jsonl", line.getBytes(UTF_8)));
    }
    assertThat(read).isEqualTo(folder.readCells().cells());
  }

  @Test
  void writingAgainReplacesAndLeavesNothingElse() throws IOException {
    RunFolder folder = FixtureRun.everything(root);
    ReportWriter.write(folder);
    ReportWriter.write(folder);

    try (Stream<Path> files = Files.list(root)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("run.json", "report.md", "results.csv", "results.jsonl");
    }
  }

  @Test
  void aFolderThatIsNoRunIsRefused() {
    assertThatThrownBy(() -> ReportWriter.write(RunFolder.at(root)))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessage(root + ": no run.json, not a run folder");
  }
}
