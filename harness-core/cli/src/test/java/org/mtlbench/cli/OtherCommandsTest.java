package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.cli.command.ExitCode;

class OtherCommandsTest {
  @TempDir Path folder;

  @Test
  void planShowsCellsAndEpochsWithoutRunning() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, stl");
    Cli.Result result = Cli.run("plan", matrix, "--device=cpu", "--slots=2", "--budget=0.5");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("tiny: 2 cells", "budget 0.5", "train 18 of 36", "left 50 of 100", "2 slots");
    assertThat(folder.resolve("runs")).doesNotExist();
    assertThat(Path.of("runs")).doesNotExist();
  }

  @Test
  void setReplacesValuesAndOnlySelectsRows() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, stl");
    Cli.Result result =
        Cli.run(
            "plan", matrix, "--device=cpu", "--set=seeds=[4, 5]", "--set=name=two", "--only=LS");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("two: 2 cells", "2 seeds", "LS ").doesNotContain("STL");

    Cli.Result unknown = Cli.run("plan", matrix, "--device=cpu", "--only=SLT");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err())
        .contains("--only: found 'SLT', expected one of LS, STL (nearest: 'STL')");
  }

  @Test
  void helpShowsUsageOfCommand() {
    Cli.Result result = Cli.run("help", "new-plugin");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("new-plugin", "KIND", "NAME").doesNotContain("report");
    assertThat(Cli.run("help", "new-plugni").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void completionScriptKnowsCommandsAndOptions() {
    Cli.Result result = Cli.run("completion");
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("complete -F", "mtlbench", "new-plugin", "--checkpoint-every")
        .contains("paper-every-combination");
  }

  @Test
  void planShowsNotesOfRows() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, {id: stl, note: learning rate of the code}");
    Cli.Result result = Cli.run("plan", matrix, "--device=cpu", "--slots=2");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains(
            "\nSTL [2] [3] ",
            "\nLS [1] ",
            "\n[1] 11 of the 11 steps of the learning-rate schedule left out: only 1 epoch\n",
            "\n[2] learning rate of the code\n",
            "\n[3] 4 of the 4 steps of the learning-rate schedule left out: only 1 epoch\n");
  }

  @Test
  void listShowsAllKinds() {
    Cli.Result result = Cli.run("list");
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("multimnist-synthetic", "hps", "mdmtn", "mgda", "ours", "stl", "quick", "small")
        .contains("aggregation  MGDA: Sener and Koltun")
        .doesNotContain("broken:", ".jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list methods",
        "list backbones",
        "list architecture hps",
        "list method ours",
        "list presets",
        "plan quick --slots=1"
      })
  void listAndPlanFit80Columns(String line) {
    System.setProperty("mtlbench.columns", "80");
    try {
      Cli.Result result = Cli.run(line.split(" "));
      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
      assertThat(result.out().lines())
          .isNotEmpty()
          .allSatisfy(text -> assertThat(text.length()).as(text).isLessThanOrEqualTo(80));
    } finally {
      System.clearProperty("mtlbench.columns");
    }
  }

  @Test
  void listOfMethodsIsByKindWithPublicationsAndLinks() {
    System.setProperty("mtlbench.columns", "80");
    try {
      Cli.Result result = Cli.run("list", "methods");
      assertThat(result.out()).contains("https://arxiv.org/abs/1810.04650").doesNotContain("...");
      List<String> kinds =
          result
              .out()
              .lines()
              .skip(1)
              .filter(line -> !line.startsWith(" "))
              .map(line -> line.split(" +", 3)[1])
              .toList();
      assertThat(kinds).isSorted().containsSubsequence("aggregation", "procedure", "weighting");
    } finally {
      System.clearProperty("mtlbench.columns");
    }
  }

  @Test
  void listShowsKeysOfPlugin() {
    Cli.Result result = Cli.run("list", "methods", "ours");
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("affinity-preference", "0.7", "equality, inequality");
    assertThat(Cli.run("list", "preset", "quick").out()).contains("name: quick");
  }

  @Test
  void listShowsBackbonesWithDatasetsAndArchitectures() {
    assertThat(Cli.run("list", "backbones").out()).contains("lenet", "conv", "mlp");
    assertThat(Cli.run("list", "backbone", "mlp").out()).contains("widths", "[64,64]");
    assertThat(Cli.run("list", "architecture", "hps").out()).contains("key backbone:");
    assertThat(Cli.run("list", "dataset", "multimnist").out())
        .contains("suggested backbone: lenet", "inputs of shape (1, 28, 28)");
  }

  @Test
  void listShowsClaimsOfAggregation() {
    assertThat(Cli.run("list", "method", "upgrad").out())
        .contains(
            "its direction is non-conflicting, homogeneous, linear under scaling, strongly"
                + " stationary");
    assertThat(Cli.run("list", "method", "ls").out()).doesNotContain("its direction is");
  }

  @Test
  void dataShowsAvailability() {
    Cli.Result where = Cli.run("data", "where", "--data-dir=" + folder);
    assertThat(where.code()).isEqualTo(ExitCode.DONE);
    assertThat(where.out())
        .contains(
            "data folder: " + folder, "missing", "multimnist-synthetic: needs no published files");
    assertThat(Cli.run("data", "verify", "--data-dir=" + folder).code())
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(Cli.run("data", "verify", "multimnist-synthetic").code()).isEqualTo(ExitCode.DONE);
    Cli.Result fetch = Cli.run("data", "fetch", "multimnist-synthetic");
    assertThat(fetch.code()).isEqualTo(ExitCode.DONE);
    assertThat(fetch.out()).contains("multimnist-synthetic has no source files: nothing to fetch");
  }

  @Test
  void dataShowsExamples() throws IOException {
    Path png = folder.resolve("sheet.png");
    Cli.Result result =
        Cli.run(
            "data", "show", "multimnist-synthetic", "--out=" + png, "--count=20", "--split=test");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("20 examples of multimnist-synthetic: " + png, "left: [");
    // ten of three times 28 pixels, each with a gap of two
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2 + 10 * (3 * 28 + 2));
  }

  @Test
  void dataShowsMapsBesideTheirImage() throws IOException {
    Path matrix = folder.resolve("rooms.yaml");
    Files.writeString(
        matrix,
        """
        name: rooms
        datasets:
          - id: scenes-synthetic
            config: {train-size: 5, validation-size: 1, test-size: 1}
        architectures: [hps]
        methods: [ls]
        """);
    Path png = folder.resolve("rooms.png");
    Cli.Result result = Cli.run("data", "show", matrix.toString(), "--out=" + png, "--augmented");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains(
            "5 examples of scenes-synthetic: " + png,
            "panel 2, segmentation: one colour for each of 6 classes",
            "panel 3, depth: ",
            "panel 4, normals: red, green and blue from -1 to 1");
    // four examples in a row, each of four panels of two times 48 pixels, and one below
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2 + 16 * (2 * 48 + 2));
    assertThat(ImageIO.read(png.toFile()).getHeight()).isEqualTo(2 + 2 * (2 * 48 + 2));
  }

  @Test
  void doctorChecksMachine() {
    Cli.Result result = Cli.run("doctor", "--data-dir=" + folder, "--slots=1");
    assertThat(result.out())
        .contains("ok  Java ", "ok  engine PyTorch", "native libraries in", "memory: ")
        .contains("run folder runs", "cache of arrays ", "ok  clock: ", "ok  time stamps of files")
        .contains("ok  multimnist: missing; run 'data fetch multimnist' to download it");
  }

  @Test
  void doctorChecksRun() {
    Cli.Result result =
        Cli.run(
            "doctor",
            "small",
            "--device=cpu",
            "--slots=4096",
            "--data-dir=" + folder,
            "--out=" + folder.resolve("out"));
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).startsWith("--slots: found 4096");

    Cli.Result run =
        Cli.run(
            "doctor",
            "small",
            "--device=cpu",
            "--slots=1000",
            "--data-dir=" + folder,
            "--out=" + folder.resolve("out"));
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out())
        .contains("1000 slots may take 1000.0 GiB", "to do: use --slots ")
        .contains("run folder " + folder.resolve("out") + ": ")
        .contains("!!  " + folder.resolve("mnist/train-images-idx3-ubyte.gz") + ": found no file")
        .contains("or run 'data fetch multimnist')");
    assertThat(Cli.run("doctor", "smal").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void planShowsShard() throws IOException {
    String matrix = Cli.matrix(folder, "tiny", "ls, stl");
    Cli.Result one = Cli.run("plan", matrix, "--device=cpu", "--shard=1/2");
    Cli.Result two = Cli.run("plan", matrix, "--device=cpu", "--shard=2/2");
    Cli.Result three = Cli.run("plan", matrix, "--device=cpu", "--shard=3/3");
    assertThat(one.code()).as(one.err()).isEqualTo(ExitCode.DONE);
    assertThat(one.out()).contains("tiny: shard 1/2 of 2 cells: 1 cell (", "left 1 of 100");
    assertThat(two.out()).contains("shard 2/2 of 2 cells: 1 cell (", "train 1 of 36");
    assertThat(three.code()).isEqualTo(ExitCode.DONE);
    assertThat(three.out()).contains("shard 3/3 of 2 cells: 0 cells (");
    assertThat(Cli.run("plan", matrix, "--shard=3/2").err())
        .startsWith("--shard: found 3/2, expected i/n");
  }

  @Test
  void helpAndVersionExitWithZero() {
    assertThat(Cli.run("--help").code()).isEqualTo(ExitCode.DONE);
    assertThat(Cli.run("run", "--help").out()).contains("--slots", "--device", "PRESET|FILE");
    assertThat(Cli.run("--version").out()).contains("mtlbench ");
    Cli.Result nothing = Cli.run();
    assertThat(nothing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nothing.err())
        .containsSubsequence(
            "Usage: mtlbench COMMAND",
            "First steps:",
            "  mtlbench run ",
            "  mtlbench list ",
            "  mtlbench plan paper ",
            "mtlbench --help");
  }
}
