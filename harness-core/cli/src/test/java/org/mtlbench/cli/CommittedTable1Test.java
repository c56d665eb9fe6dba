package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;

/** The committed records of the paper's table make its page. */
class CommittedTable1Test {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String TABLE = "docs/results/table1";

  @TempDir Path temporary;

  @Test
  void makesThePageFromTheCommittedRecords() throws IOException {
    Path run = ROOT.resolve(TABLE);
    assumeTrue(Files.isDirectory(run), TABLE + " is missing: no committed records to report");
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
}
