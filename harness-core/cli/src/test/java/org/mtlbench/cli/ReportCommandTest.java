package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/** {@code report} on a folder that holds what a committed run holds, with compressed events. */
class ReportCommandTest {
  private static final Path RECORDS =
      Path.of("..", "results", "src", "test", "resources", "schema-1");
  private static final String CELL = "0123456789abcdef";
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path temporary;
  private Path run;
  private Path out;

  @BeforeEach
  void setUp() throws IOException {
    run = temporary.resolve("run");
    out = temporary.resolve("pages").resolve("run");
    Path cells = Files.createDirectories(run.resolve("cells"));
    Path events = Files.createDirectories(run.resolve("events"));
    Files.copy(RECORDS.resolve("run.json"), run.resolve("run.json"));
    Files.copy(RECORDS.resolve("cell.json"), cells.resolve(CELL + ".json"));
    try (OutputStream compressed =
        new GZIPOutputStream(Files.newOutputStream(events.resolve(CELL + ".jsonl.gz")))) {
      Files.copy(RECORDS.resolve("events.jsonl"), compressed);
    }
    for (Path entry : entries()) {
      Files.setLastModifiedTime(entry, LONG_AGO);
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.walk(run)) {
      return entries.toList();
    }
  }

  private Cli.Result report(Path other, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("report", run.toString(), "--out", other.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertWritten() throws IOException {
    assertThat(out.resolve("report.md")).isNotEmptyFile();
    assertThat(Files.readString(out.resolve("results.csv"))).contains(CELL);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("href=\"../../run/events/" + CELL + ".jsonl.gz\"", "Measures of phase");
    assertThat(out.resolve("charts/curves/" + CELL + ".svg")).isNotEmptyFile();
  }

  @Test
  void keepsRunFolderUnchanged() throws IOException {
    Map<String, String> before = FolderState.of(run);

    Cli.Result result = report(out);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("report: " + out.resolve("report.md"), "results.csv");
    assertThat(FolderState.of(run)).isEqualTo(before);
    assertWritten();
  }

  @Test
  void comparesWithOtherRunAndKeepsItUnchanged() throws IOException {
    Map<String, String> before = FolderState.of(run);

    Cli.Result result = report(out, "--compare", run.toString());

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(FolderState.of(run)).isEqualTo(before);
    assertThat(out.resolve("comparison.md")).isNotEmptyFile();
  }

  @Test
  void comparesSeveralRuns() throws IOException {
    Map<String, String> before = FolderState.of(run);

    Cli.Result result =
        Cli.run(
            "report",
            run.toString(),
            run.toString(),
            run.toString(),
            "--out",
            out.toString(),
            "--format=md,csv");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("Leaderboard of 3 runs", "run (2)", "run (3)");
    assertThat(FolderState.of(run)).isEqualTo(before);
    assertThat(Files.readString(out.resolve("comparison.md")))
        .contains("# run, run (2), run (3)", "run (A) and run (3) (B) compared");
    assertThat(out.resolve("table-leaderboard.csv")).isNotEmptyFile();
    assertThat(out.resolve("table-comparison-2.csv")).isNotEmptyFile();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsReadOnlyRun() throws IOException {
    permit("r-xr-xr-x");
    try {
      assumeFalse(Files.isWritable(run), "this user may write everywhere");

      assertThat(report(out).code()).isEqualTo(ExitCode.DONE);
      assertWritten();
      Cli.Result inside = Cli.run("report", run.toString());
      assertThat(inside.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(inside.err())
          .startsWith("--out: cannot write " + run)
          .endsWith(
              ": permission denied. Make it writable or move it away, or name another folder with"
                  + " --out"
                  + System.lineSeparator());
    } finally {
      permit("rwxr-xr-x");
    }
  }

  private void permit(String folders) throws IOException {
    for (Path folder : List.of(run, run.resolve("cells"), run.resolve("events"))) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(folders));
    }
  }

  @Test
  void writesToRunFolderByDefault() throws IOException {
    Cli.Result result = report(run.resolve("cells").resolve(".."));

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("report: " + run.resolve("report.md"));
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("href=\"events/" + CELL + ".jsonl.gz\"");
  }

  @Test
  void rejectsFile() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertRejected(
        report(file),
        "--out: found " + file + ", a file, expected a new folder or one for reports");
  }

  @Test
  void rejectsFolderThatCannotBeCreated() throws IOException {
    Path below = Files.createFile(temporary.resolve("file")).resolve("sub");

    Cli.Result result = report(below);

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith("--out: cannot write " + below + ": ")
        .contains(". Make it writable or move it away");
  }

  @Test
  void rejectsFolderOfOtherRun() throws IOException {
    Path other = Files.createDirectory(temporary.resolve("other"));
    Files.copy(RECORDS.resolve("run.json"), other.resolve("run.json"));

    assertRejected(
        report(other),
        "--out: found "
            + other
            + ", the folder of another run, expected a new folder or one for reports");
    assertThat(other.resolve("report.md")).doesNotExist();
  }

  @Test
  void rejectsFolderWithoutRun() throws IOException {
    Files.delete(run.resolve("run.json"));

    assertRejected(report(out), run + ": not a run folder: run.json is missing");
    assertThat(out).doesNotExist();
  }

  private static void assertRejected(Cli.Result result, String message) {
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).isEqualToIgnoringNewLines(message);
  }
}
