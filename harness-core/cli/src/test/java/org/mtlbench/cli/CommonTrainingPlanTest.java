package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/** Plans the methods of the paper with a common training. */
class CommonTrainingPlanTest {
  private static final String METHODS =
      """
      name: alike
      datasets: [multimnist-synthetic]
      architectures: [hps]
      methods:
        - stl
        - mgda
        - {id: kdmtl, config: {lambdas: [[1, 1]]}}
        - {id: mtan, config: {weights: [[1, 1]], search-learning-rates: false}}
        - {id: ours, label: dense}
        - {id: ours, label: sparse, config: {k: [0.1, 0.5, 0.4]}}
      """;

  @TempDir Path folder;

  private Cli.Result plan(String rest, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("alike.yaml"), METHODS + rest);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "plan";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Cli.run(arguments);
  }

  @Test
  void trainsAllReportedModelsForSameEpochs() throws IOException {
    assertThat(plan("training: {epochs: 40}\n").out())
        .contains(
            "left 40, right 40",
            "train 40",
            "teacher 2 x 40, train 40",
            "search 9, cluster 1, retrain 31",
            "40 epochs each, batches of 256,");
  }

  @Test
  void commandLineBudgetScalesAllEpochs() throws IOException {
    assertThat(plan("training: {epochs: 40}\n", "--budget=0.5").out())
        .contains("left 20 of 40, right 20 of 40", "search 5 of 9, cluster 1, retrain 15 of 31");
  }

  @Test
  void rejectsTooFewEpochs() throws IOException {
    Cli.Result result = plan("training: {epochs: 12}\n");
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().replaceAll("\\s+", " "))
        .contains(
            "training.epochs: found 12, expected at least 13, one for each iteration, for the"
                + " method ours, \"sparse\"")
        .doesNotContain("dense");
  }

  @Test
  void rejectsTrialsWithUnequalEpochs() throws IOException {
    String search = "search: {trials: 2, budget: 0.25, over: {learning-rate: [0.001, 0.01]}}\n";
    Cli.Result result = plan("training: {epochs: 40}\n" + search);
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().replaceAll("\\s+", " "))
        .contains(
            "search.budget: found 0.25, 10 epochs of a trial, expected a budget that gives every"
                + " trial the 13 epochs that the method ours, \"sparse\", needs at least");
  }

  @Test
  void rejectsTeacherWithOtherEpochs() throws IOException {
    String methods = METHODS.replace("lambdas: [[1, 1]]", "teacher: {epochs: 3}");
    Path file =
        Files.writeString(folder.resolve("alike.yaml"), methods + "training: {epochs: 13}\n");
    assertThat(Cli.run("plan", file.toString()).err().replaceAll("\\s+", " "))
        .contains(
            "methods[2].config.teacher.epochs: found 3, expected nothing, since training.epochs"
                + " sets it for every method");
  }
}
