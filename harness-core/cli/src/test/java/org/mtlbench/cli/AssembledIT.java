package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** What is assembled, laid out as in a release: it needs no build, and plugins build against it. */
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher needs bash")
class AssembledIT {
  @TempDir Path folder;
  private Path release;
  private Path work;

  @BeforeEach
  void layOut() throws IOException {
    Path app = Path.of(System.getProperty("mtlbench.app"));
    release = Files.createDirectories(folder.resolve("mtlbench release"));
    work = Files.createDirectories(folder.resolve("work"));
    Path launcher = Path.of("..", "..", "mtlbench");
    Files.copy(launcher, release.resolve("mtlbench"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createSymbolicLink(release.resolve("lib"), app.resolve("lib"));
    Files.createSymbolicLink(release.resolve("repository"), app.resolve("repository"));
  }

  private String mtlbench(Path place, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(release.resolve("mtlbench").toString()));
    command.addAll(List.of(arguments));
    return Command.run(place, command);
  }

  @Test
  void releaseRunsWithoutBuildAndWritesOnlyToItsOutputs() throws IOException, InterruptedException {
    assertThat(mtlbench(work, "--version")).startsWith("mtlbench ").doesNotContain("building");
    assertThat(mtlbench(work, "list")).contains("aggregation  MGDA: ", "paper", "ours");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(release)) {
      assertThat(entries).hasSize(3);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "script differs elsewhere")
  void firstUseOnTerminalArchivesClassesForFurtherStarts()
      throws IOException, InterruptedException {
    Path classes = folder.resolve("cache/mtlbench/classes");
    String cache = "XDG_CACHE_HOME=" + folder.resolve("cache");
    String program = release.resolve("mtlbench").toString();
    assertThat(Command.run(work, List.of("env", cache, program, "--version")))
        .startsWith("mtlbench ");
    assertThat(classes).as("without a terminal").doesNotExist();

    String terminal = "'" + program + "' --version";
    Command.run(work, List.of("env", cache, "script", "-qec", terminal, "/dev/null"));

    assertThat(classes.toFile().list()).singleElement().asString().endsWith(".jsa");
    String loading = "JAVA_TOOL_OPTIONS=-Xlog:class+load";
    assertThat(Command.run(work, List.of("env", cache, loading, program, "--version")))
        .containsPattern("org\\.mtlbench\\.cli\\.\\S+ source: shared objects file \\(top\\)");
  }

  @Test
  void newPluginIsBuiltAgainstReleaseAndRuns() throws IOException, InterruptedException {
    mtlbench(work, "new-plugin", "method", "my-mean");
    Path project = work.resolve("my-mean");

    new ConsumerBuild(project, folder).maven("package");

    Path jar = project.resolve("target").resolve("my-mean-1.0.0.jar");
    assertThat(jar).exists();
    assertThat(project.resolve("target").resolve("surefire-reports"))
        .isDirectoryContaining(report -> report.toString().endsWith("MyMeanContractTest.txt"));
    assertThat(mtlbench(project, "list", "method", "my-mean", "--plugins", "target"))
        .contains("my-mean: MyMean", "from MyMean for mtlbench 1.0.0 (my-mean-1.0.0.jar)")
        .doesNotContain("broken:");
    String small =
        "{id: multimnist-synthetic, config: {train-size: 300, validation-size: 60,"
            + " test-size: 60}}";
    Path matrix = project.resolve("compare.yaml");
    Files.writeString(
        matrix, Files.readString(matrix).replace("[multimnist-synthetic]", "[" + small + "]"));
    mtlbench(
        project, "run", "compare.yaml", "--plugins", "target", "--out", "out", "--device", "cpu");
    List<CellRecord> cells = RunFolder.at(project.resolve("out")).readCells().cells();
    assertThat(cells).hasSize(4).allMatch(CellRecord::hasResult);
    assertThat(cells)
        .filteredOn(cell -> cell.method().equals("my-mean"))
        .hasSize(2)
        .allSatisfy(
            cell ->
                assertThat(cell.provenance().plugins().get("my-mean"))
                    .contains("my-mean-1.0.0.jar), SHA-256 "));

    Files.writeString(project.resolve("quick.yaml"), quickWith("my-mean"));
    mtlbench(
        project, "run", "quick.yaml", "--plugins", "target", "--out", "quick", "--budget", "0.01");
    assertThat(RunFolder.at(project.resolve("quick")).readCells().cells())
        .hasSize(4)
        .allMatch(CellRecord::hasResult)
        .allMatch(cell -> cell.method().equals("my-mean"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"architecture", "dataset"})
  void newArchitectureAndDatasetAreBuiltAgainstReleaseAndPlanned(String kind)
      throws IOException, InterruptedException {
    mtlbench(work, "new-plugin", kind, "my-own");
    Path project = work.resolve("my-own");

    new ConsumerBuild(project, folder).maven("package");

    assertThat(project.resolve("target").resolve("surefire-reports"))
        .isDirectoryContaining(report -> report.toString().endsWith("MyOwnContractTest.txt"));
    assertThat(mtlbench(project, "list", kind, "my-own", "--plugins", "target"))
        .contains("my-own: MyOwn", "from MyOwn for mtlbench 1.0.0 (my-own-1.0.0.jar)")
        .doesNotContain("broken:");
    assertThat(mtlbench(project, "plan", "compare.yaml", "--plugins", "target", "--device", "cpu"))
        .contains("my-own: 6 cells");
  }

  /** The matrix of the preset {@code quick} with fewer images and a single method. */
  private static String quickWith(String method) throws IOException {
    try (InputStream preset =
        AssembledIT.class
            .getClassLoader()
            .getResourceAsStream("org/mtlbench/engine/preset/quick.yaml")) {
      String quick = new String(preset.readAllBytes(), StandardCharsets.UTF_8);
      String places = quick.substring(0, quick.indexOf("methods:"));
      return places
              .replaceAll("(train)-size: \\d+", "$1-size: 300")
              .replaceAll("(validation|test)-size: \\d+", "$1-size: 60")
          + "methods: ["
          + method
          + "]\nseeds: [0]\n";
    }
  }
}
