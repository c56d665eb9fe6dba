package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

class ParetoCommandTest {
  private static final String SHORT =
      "{search-iterations: 1, retrain-iterations: 1, dense-iterations: 1, min-sparsity: 0.1}";

  @TempDir Path folder;

  private String study(String method, String vectors) throws IOException {
    return Files.writeString(
            folder.resolve("study.yaml"),
            String.join(
                "\n",
                "name: study",
                "datasets:",
                "  - id: multimnist-synthetic",
                "    config: {train-size: 128, validation-size: 60, test-size: 60}",
                "architectures: [hps]",
                "study:",
                "  method: " + method,
                "  vectors: " + vectors,
                "budget: 0.01",
                ""))
        .toString();
  }

  @Test
  void trainsEveryVectorAndWritesFronts() throws IOException {
    String matrix =
        study(
            "{id: ours, config: " + SHORT + "}",
            "[[0, 0.4, 0.6], [0, 0.6, 0.4], [0.1, 0.4, 0.5], [0.1, 0.5, 0.4]]");
    Path out = folder.resolve("out");

    Cli.Result result = Cli.run("pareto", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    assertThat(RunFolder.at(out).readCells().cells())
        .extracting(CellRecord::label)
        .containsExactlyInAnyOrder(
            "k = (0, 0.4, 0.6)", "k = (0, 0.6, 0.4)", "k = (0.1, 0.4, 0.5)", "k = (0.1, 0.5, 0.4)");
    assertThat(out.resolve("table-pareto-fronts.csv"))
        .content()
        .contains("\"L_0, left loss, right loss\"", "k_0 > 0", "k_0 = 0");
    assertThat(out.resolve("charts/pareto-space-multimnist-synthetic-hps-ours.svg")).exists();
    assertThat(out.resolve("report.html")).content().contains("data-view=");
  }

  @Test
  void comparesTrainingFromSparseNetworkWithDenseTraining() throws IOException {
    String matrix =
        Files.writeString(
                folder.resolve("both.yaml"),
                """
                name: both
                datasets:
                  - id: multimnist-synthetic
                    config: {train-size: 128, validation-size: 60, test-size: 60}
                architectures: [hps]
                training: {epochs: 2}
                study:
                  - method: {id: ours, config: %s}
                    vectors: {points: 4, k0: 0}
                  - method:
                      id: ours
                      label: From sparse
                      config: {start-from: [0.1, 0.5, 0.4], %s
                    vectors: {points: 4, k0: 0.1}
                """
                    .formatted(SHORT, SHORT.substring(1)))
            .toString();
    Path out = folder.resolve("out");

    Cli.Result result = Cli.run("pareto", matrix, "--out", out.toString(), "--device", "cpu");

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    assertThat(RunFolder.at(out).readCells().cells())
        .filteredOn(cell -> cell.label().startsWith("From sparse"))
        .hasSize(4)
        .allSatisfy(
            cell ->
                assertThat(cell.notes())
                    .anyMatch(note -> note.startsWith("starts from the weights of a sparse")))
        .flatExtracting(CellRecord::phases)
        .filteredOn(phase -> phase.name().equals("sparse network"))
        .as("trained once")
        .filteredOn(phase -> phase.artefact().filter(use -> !use.reused()).isPresent())
        .hasSize(1);
    assertThat(out.resolve("charts/pareto-fronts-multimnist-synthetic.svg"))
        .content()
        .contains("From sparse, k_0 &gt; 0");
  }

  @Test
  void plansStudyOfPreset() {
    Cli.Result plan =
        Cli.run("plan", "pareto-multimnist", "--set", "study.vectors.k0=[0.01]", "--device=cpu");

    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("18 cells", "k = (0.01, 0.8, 0.19)");
  }

  @Test
  void hasItsOwnDefaultPreset() {
    assertThat(Cli.run("pareto", "--help").out()).contains("default", "pareto-quick");
    assertThat(Cli.run("run", "--help").out()).contains("default quick");
  }

  @Test
  void rejectsMatrixWithoutStudy() throws IOException {
    Cli.Result result = Cli.run("pareto", Cli.matrix(folder, "plain", "ls"));

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).startsWith("study: found nothing in ").contains("docs/pareto.md");
  }

  @Test
  void reportsMistakeInMethodOnce() throws IOException {
    Cli.Result result = Cli.run("plan", study("our", "hotegni-2024"));

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines().filter(line -> line.startsWith("study.method: found 'our'")))
        .hasSize(1);
  }

  @Test
  void rejectsVectorsOfOtherLength() throws IOException {
    Cli.Result result = Cli.run("plan", study("ours", "[[0.5, 0.5]]"));

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains("study.method.config.k: found 2 numbers [0.5, 0.5]");
  }
}
