package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** Builds the example project of docs/java-api.md against the repository created by the build. */
@Timeout(600)
class JavaApiIT {
  private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "java-api");

  @TempDir Path folder;

  /** The published modules. */
  static List<String> modules() {
    return List.of(System.getProperty("mtlbench.modules").split(","));
  }

  /** Builds and runs the example against a repository. */
  static void buildAndRun(Path folder, String repository, String checksums)
      throws IOException, InterruptedException {
    Path project = copy(EXAMPLE, folder.resolve("java api"));
    ConsumerBuild build = new ConsumerBuild(project, folder);
    String[] common = {
      "-q",
      "-Dmtlbench.repository=" + repository,
      "-Dmtlbench.checksums=" + checksums,
      "compile",
      "exec:java"
    };

    String best = build.maven(common);

    RunFolder run = RunFolder.at(project.resolve("target").resolve("run"));
    List<CellRecord> cells = run.readCells().cells();
    assertThat(cells).as(best).hasSize(3).allMatch(CellRecord::hasResult);
    double highest =
        cells.stream()
            .filter(cell -> !cell.method().equals("stl"))
            .mapToDouble(cell -> cell.test().orElseThrow().scores().values("accuracy").mean())
            .max()
            .orElseThrow();
    assertThat(best).containsPattern("hps / (LS|MGDA): [0-9.]+ %\\R");
    assertThat(best).contains(String.format(Locale.ROOT, ": %.2f %%\n", 100 * highest));
    assertThat(run.root().resolve("report.html")).isNotEmptyFile();

    String[] ownLoop =
        Stream.concat(Stream.of(common), Stream.of("-Dexec.mainClass=org.example.OwnLoop"))
            .toArray(String[]::new);
    // between the two targets, no task can improve without harming the other
    assertThat(build.maven(ownLoop)).contains("(0.193, 0.807)\n");
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(from.resolve("target"))).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static Path repository() {
    return Path.of(System.getProperty("mtlbench.app"), "repository");
  }

  @Test
  void exampleBuildsAndRuns() throws IOException, InterruptedException {
    buildAndRun(folder, repository().toUri().toString(), "ignore");
  }

  @Test
  void repositoryHasSourcesOfAllModulesAndJavadocOfApi() throws IOException {
    for (String module : modules()) {
      Path home = repository().resolve("org").resolve("mtlbench").resolve(module);
      try (Stream<Path> files = Files.walk(home)) {
        List<String> names = files.map(file -> file.getFileName().toString()).toList();
        assertThat(names).as(module).anyMatch(name -> name.endsWith("-sources.jar"));
        if (module.matches("mtlbench-(api|toolbox|testkit)")) {
          assertThat(names).as(module).anyMatch(name -> name.endsWith("-javadoc.jar"));
        }
      }
    }
  }
}
