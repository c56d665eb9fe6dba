package org.mtlbench.cli.model;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.Cli;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.model.RowModels;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.SplitRecord;

@Timeout(120)
class KeepModelsTest {
  @TempDir Path folder;

  private Path run(String name, String... more) throws IOException {
    Path matrix =
        Files.writeString(
            folder.resolve("models.yaml"),
            """
            name: models
            datasets:
              - id: multimnist-synthetic
                config: {train-size: 120, validation-size: 60, test-size: 60}
            architectures: [hps]
            methods: [ls]
            training: {epochs: 2, batch-size: 30}
            seeds: [0, 1, 2]
            """);
    Path out = folder.resolve(name);
    List<String> arguments =
        Stream.concat(
                Stream.of("run", matrix.toString(), "--out=" + out, "--slots=1"), Stream.of(more))
            .toList();
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    return out;
  }

  private static List<String> models(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("models"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static double validation(CellRecord record) {
    return record.validation().orElseThrow().scores().byTask().values().stream()
        .mapToDouble(metrics -> metrics.get("accuracy"))
        .average()
        .orElseThrow();
  }

  @Test
  void byDefaultTheModelOfTheBestSeedOnValidationIsKeptAndCanBeEvaluated() throws IOException {
    Path out = run("best");

    CellRecord best =
        RunFolder.at(out).readCells().cells().stream()
            .max(Comparator.comparingDouble(KeepModelsTest::validation))
            .orElseThrow();
    List<String> models = models(out);
    assertThat(models)
        .hasSize(2)
        .allMatch(name -> name.matches("[0-9a-f]{16}\\.(json|safetensors)"));
    SavedModel kept = SavedModel.read(out.resolve("models").resolve(models.get(0)));
    CellRecord record = RunFolder.at(out).readCell(kept.cell().id()).orElseThrow();
    assertThat(validation(record)).isEqualTo(validation(best));
    assertThat(kept.cell().seed()).isEqualTo(record.seed());
    assertThat(kept.tasks()).containsExactly("left", "right");
    checkEvaluation(out.resolve("models").resolve(models.get(1)).toString(), record);
  }

  @Test
  void allOrNoModelsAreKeptOnRequest() throws IOException {
    assertThat(models(run("all", "--keep-models=all"))).hasSize(6);
    assertThat(run("none", "--keep-models=none").resolve("models")).doesNotExist();
  }

  @Test
  void aModelWithAnUndefinedScoreOfATaskIsNotKept() throws IOException {
    Path out = run("undefined", "--keep-models=all");
    RunFolder opened = RunFolder.at(out);
    List<PlannedCell> cells = opened.readRun().cells();
    JsonMapper mapper = ResultsJson.newMapper();
    for (int seed = 0; seed < cells.size(); seed++) {
      Path file = opened.cellFile(cells.get(seed).id());
      JsonNode record = mapper.readTree(file.toFile());
      ObjectNode left = (ObjectNode) record.at("/validation/scores/left");
      ObjectNode right = (ObjectNode) record.at("/validation/scores/right");
      left.put("accuracy", seed == 0 ? 1 : 0.1 * seed);
      right.put("accuracy", 0.1);
      if (seed == 0) {
        right.remove("accuracy");
      }
      Files.write(file, mapper.writeValueAsBytes(record));
    }

    RowModels.keepBest(opened, cells.get(0).id());

    assertThat(models(out))
        .containsExactly(cells.get(2).id() + ".json", cells.get(2).id() + ".safetensors");
  }

  /** Scores as in the record, other datasets that fit, and those that do not. */
  private static void checkEvaluation(String file, CellRecord record) {
    for (String name : List.of("test", "validation")) {
      SplitRecord split = (name.equals("test") ? record.test() : record.validation()).orElseThrow();
      Cli.Result result = Cli.run("model", "evaluate", file, "--split=" + name.toUpperCase(ROOT));
      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
      assertThat(result.out())
          .contains(name + " split of multimnist-synthetic, 60 examples")
          .containsPattern(accuracy("left", split))
          .containsPattern(accuracy("right", split))
          .contains("left: 100 % of the predicted classes are equal");
    }
    assertThat(Cli.run("model", "evaluate", file, "--dataset=multimnist-synthetic").out())
        .contains("test split of multimnist-synthetic, 2,000 examples");

    Cli.Result other = Cli.run("model", "evaluate", file, "--dataset=cifar10mnist-synthetic");
    assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.err())
        .contains("--dataset: found cifar10mnist-synthetic, with inputs of shape [3, 32, 32]")
        .contains("expected a dataset with inputs of shape [1, 28, 28] and [10, 10] outputs");

    Cli.Result misspelt = Cli.run("model", "evaluate", file, "--dataset=multimist");
    assertThat(misspelt.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(misspelt.err()).contains("--dataset: found multimist").contains("'multimnist'");
  }

  /** The line of a task's accuracy, of the saved and of the compressed model. */
  private static String accuracy(String task, SplitRecord split) {
    String value =
        String.format(ROOT, "%.2f", 100 * split.scores().find(task, "accuracy").orElseThrow());
    return task + " +Accuracy % +" + value + " +" + value + "\n";
  }
}
