package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.TaskValues;

class RunCommandTest {
  private static final String SPARSE =
      "{id: ours, label: \"Ours, sparse\", config: {k: [0.001, 0.2, 0.799]}}";

  @TempDir Path folder;

  @Test
  void runsMatrixAndKeepsResultsOnSecondRun() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, " + SPARSE);
    Path out = folder.resolve("out");

    Cli.Result first = Cli.run("run", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.out())
        .contains(
            "tiny: 2 cells (1 dataset, 1 architecture, 2 methods, 1 seed), budget 0.01",
            "started Ours, sparse | hps | multimnist-synthetic | seed 0",
            "[2/2]",
            "multimnist-synthetic / hps",
            "method        mean %",
            "Ours, sparse ",
            "report: " + out.resolve("report.md"),
            "2 cells done");
    assertThat(first.err()).isEmpty();
    assertThat(first.out().lines().filter(line -> line.contains("] LS | ")))
        .singleElement()
        .asString()
        .contains(": test ")
        .doesNotContain("SR");
    assertThat(out)
        .isDirectoryContaining(path -> path.endsWith("report.md"))
        .isDirectoryContaining(path -> path.endsWith("results.csv"))
        .isDirectoryContaining(path -> path.endsWith("results.jsonl"));
    assertThat(RunFolder.at(out).readCells().cells())
        .hasSize(2)
        .allMatch(CellRecord::hasResult)
        .allMatch(cell -> cell.provenance().engine().startsWith("PyTorch"));
    List<FileTime> written = cellFiles(out);

    Cli.Result second = Cli.run("run", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(second.code()).isEqualTo(ExitCode.DONE);
    assertThat(second.out())
        .contains("2 of 2 cells done, nothing to run")
        .doesNotContain("started");
    assertThat(cellFiles(out)).isEqualTo(written);

    Cli.Result report = Cli.run("report", out.toString());

    assertThat(report.code()).isEqualTo(ExitCode.DONE);
    assertThat(report.out()).contains("Ours, sparse", "report: ");

    Cli.Result compared =
        Cli.run(
            "report",
            out.toString(),
            "--format=tex,csv",
            "--table=tasks,efficiency",
            "--compare",
            out.toString());

    assertThat(compared.code()).as(compared.err()).isEqualTo(ExitCode.DONE);
    assertThat(compared.out())
        .contains("no, same bits", "report: " + out.resolve("report.tex"))
        .contains("comparison.tex", "table-comparison.csv")
        .doesNotContain("report.md");
    assertThat(Cli.run("report", out.toString(), "--table=tasks,efficiency").out())
        .contains("Mean rank", "Peak MB")
        .doesNotContain("SR %");
  }

  @Test
  void shardsReportRemainingCellsAndJsonEvents() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, {id: ls, label: long, config: {epochs: 300}}");
    Path out = folder.resolve("out");
    String[] common = {"run", matrix, "--out", out.toString(), "--device=cpu", "--slots=1"};

    Cli.Result first = Cli.run(with(common, "--shard=1/2", "--json-events"));

    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    List<JsonNode> events = new ArrayList<>();
    for (String line : first.out().lines().toList()) {
      events.add(JsonMapper.builder().build().readTree(line));
    }
    assertThat(events.get(0).get("event").textValue()).isEqualTo("run-begun");
    assertThat(events.get(0).at("/cells/0/label").textValue())
        .as("the longer one")
        .isEqualTo("long");
    assertThat(events.get(events.size() - 2).get("status").textValue()).isEqualTo("done");
    assertThat(events.get(events.size() - 1).get("event").textValue()).isEqualTo("run-ended");
    Cli.Result report = Cli.run("report", out.toString());
    assertThat(report.out())
        .contains(
            "not run yet: LS",
            "remaining: 1 of 2 cells (0 with a checkpoint)",
            "resume: mtlbench run ");

    Cli.Result second = Cli.run(with(common, "--shard=2/2", "--quiet"));

    assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
    assertThat(second.out()).isEqualTo("1 cell done" + System.lineSeparator());
    assertThat(Cli.run("report", out.toString()).out())
        .doesNotContain("remaining: ", "not run yet");
    assertThat(Cli.run(with(common, "--quiet", "--json-events")).code())
        .as("one or the other")
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void sameSeedGivesSameBitsInTwoProcesses() throws IOException {
    String matrix = Cli.matrix(folder, "twice", SPARSE);
    CellRecord one = onlyCell(matrix, folder.resolve("one"), 5);
    CellRecord two = onlyCell(matrix, folder.resolve("two"), 5);
    CellRecord other = onlyCell(matrix, folder.resolve("other"), 6);

    assertThat(one.parameters().orElseThrow().checksum()).isPresent();
    assertThat(two.parameters()).isEqualTo(one.parameters());
    assertThat(two.test()).isEqualTo(one.test());
    assertThat(two.sparsity()).isEqualTo(one.sparsity());
    assertThat(losses(folder.resolve("two"), two)).isEqualTo(losses(folder.resolve("one"), one));
    assertThat(other.parameters()).isNotEqualTo(one.parameters());
  }

  private static CellRecord onlyCell(String matrix, Path out, int seed) throws IOException {
    Cli.Result result =
        Cli.run("run", matrix, "--out=" + out, "--seed=" + seed, "--device=cpu", "--slots=1");
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    List<CellRecord> cells = RunFolder.at(out).readCells().cells();
    assertThat(cells).hasSize(1);
    return cells.get(0);
  }

  private static List<TaskValues> losses(Path out, CellRecord cell) throws IOException {
    List<TaskValues> losses =
        new EventReader(RunFolder.at(out).eventFile(cell.id()))
            .readAll().events().stream()
                .filter(Event.EpochEnded.class::isInstance)
                .map(event -> ((Event.EpochEnded) event).losses())
                .collect(Collectors.toList());
    assertThat(losses).isNotEmpty();
    return losses;
  }

  private static List<FileTime> cellFiles(Path out) throws IOException {
    try (var files = Files.list(out.resolve("cells"))) {
      List<Path> sorted = files.sorted().toList();
      List<FileTime> times = new ArrayList<>();
      for (Path file : sorted) {
        times.add(Files.getLastModifiedTime(file));
      }
      return times;
    }
  }
}
