package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.folder.RunFolder;

class TunedRunTest {
  @TempDir Path folder;

  private String matrix(String search) throws IOException {
    Path file = Path.of(Cli.matrix(folder, "tuned", "ls, stl"));
    Files.writeString(file, "search: " + search + "\n", StandardOpenOption.APPEND);
    return file.toString();
  }

  @Test
  void tunesAllMethodsEquallyAndReportsIt() throws IOException {
    String matrix = matrix("{trials: 3, budget: 0.5, over: {learning-rate: [1e-4, 1e-2]}}");
    Path out = folder.resolve("out");

    Cli.Result plan = Cli.run("plan", matrix, "--device", "cpu");

    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out().replaceAll("\\s+", " "))
        .contains(
            "3 trials (train 1 of 36), then train 1 of 36",
            "3 trials (left 1 of 100, right 1 of 100), then left 1 of 100, right 1 of 100",
            "budget 0.01, each tuned by 3 trials over learning-rate with 0.5 of the budget");

    Cli.Result run = Cli.run("run", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "LS | hps | multimnist-synthetic | seed 0: trial 1/3: train 1/1, ",
            "STL | hps | multimnist-synthetic | seed 0: trial 3/3: right 1/1, ",
            "tuned: 3 trials over learning-rate, chosen 0.0");
    List<CellRecord> cells = RunFolder.at(out).readCells().cells();
    assertThat(cells).hasSize(2).allMatch(CellRecord::hasResult);
    SearchRecord one = cells.get(0).search().orElseThrow();
    SearchRecord other = cells.get(1).search().orElseThrow();
    assertThat(values(other)).hasSize(3).doesNotHaveDuplicates().isEqualTo(values(one));
    assertThat(one.over()).hasToString("{\"learning-rate\":[1.0E-4,0.01]}");
    assertThat(out.resolve("results.csv")).content().contains(",chosen-values,");
    assertThat(out.resolve("results.jsonl")).content().contains("\"search\":{\"over\":");
  }

  private static List<JsonNode> values(SearchRecord search) {
    return search.trials().stream().map(TrialRecord::values).toList();
  }

  @Test
  void rejectsKeyThatMethodLacks() throws IOException {
    Cli.Result plan = Cli.run("plan", matrix("{trials: 3, over: {weights: {values: [[1, 2]]}}}"));

    assertThat(plan.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plan.err())
        .contains("search.over.weights: found a key that the method stl lacks, expected a key");
  }
}
