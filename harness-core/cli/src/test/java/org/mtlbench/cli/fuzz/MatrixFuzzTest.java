package org.mtlbench.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.MtlBench;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.preset.Presets;

/**
 * Checks that any file is planned or rejected with a message, without other exceptions or hangs.
 * The number of files is set with {@code -Dmtlbench.fuzz=N}; the seed is fixed, so failures are
 * reproducible.
 */
class MatrixFuzzTest {
  private static final int FILES = Integer.getInteger("mtlbench.fuzz", 1_000);
  private static final int TO_THE_END = 20;
  private static final int MAX_LINE_LENGTH = 5_000;
  private static final String EVERYTHING =
      """
      name: everything
      description: every form in one file
      datasets: [multimnist-synthetic, {id: cifar10mnist-synthetic, config: {train-size: 300}}]
      architectures: [hps, {id: mdmtn}]
      methods:
        - stl
        - {id: mgda, label: MGDA}
        - id: ours
          label: "Ours, sparse"
          config: {k: [0.001, 0.2, 0.799]}
          overrides:
            - when: {dataset: cifar10mnist-synthetic, architecture: hps}
              config: {k: [0.1, 0.6, 0.3]}
      cells:
        - {dataset: multimnist, architecture: hps, method: {id: ours, config: {k: [0, 0.4, 0.6]}}, seeds: [5]}
      seeds: [0, 1, 2]
      budget: 0.5
      """;
  private static final String TUNED =
      """
      name: tuned
      datasets: [multimnist-synthetic]
      architectures: [hps]
      methods: [ls, mgda]
      search: {trials: 3, over: {learning-rate: [0.0001, 0.01], batch-size: {values: [64, 256]}}, budget: 0.2}
      """;

  private final PluginRegistry plugins = PluginLoader.load(MatrixFuzzTest.class.getClassLoader());

  @TempDir Path folder;

  private static List<String> sound() throws IOException {
    List<String> sound = new ArrayList<>(List.of(EVERYTHING, TUNED));
    Presets.names().forEach(name -> sound.add(Presets.text(name)));
    try (Stream<Path> files = Files.list(Path.of("..", "..", "docs", "matrices"))) {
      for (Path file : files.sorted().toList()) {
        sound.add(Files.readString(file));
      }
    }
    return sound;
  }

  @Test
  void initialFilesAreValid() throws IOException {
    for (String text : sound()) {
      assertThat(plan(Files.writeString(folder.resolve("sound.yaml"), text)).cells()).isNotEmpty();
    }
  }

  @Test
  @Timeout(1800)
  void randomFilesArePlannedOrRejectedWithMessage() throws IOException {
    MatrixMutations mutations = new MatrixMutations(sound(), new Random(20260203));
    int plans = 0;
    int rejected = 0;
    for (int i = 0; i < FILES; i++) {
      MatrixMutations.MatrixFile made = mutations.next();
      try {
        if (isPlan(made)) {
          plans++;
        } else if (++rejected % Math.max(1, FILES / TO_THE_END) == 0) {
          assertExitCode(file(made));
        }
      } catch (RuntimeException | Error e) {
        throw new AssertionError("file " + i + ":\n" + made.text(), e);
      }
    }
    System.out.printf("%d files: %d plans, %d rejected%n", FILES, plans, rejected);
    assertThat(plans).as("some files are still sound").isGreaterThan(FILES / 50);
    assertThat(rejected).as("most are not").isGreaterThan(FILES / 2);
  }

  private Path file(MatrixMutations.MatrixFile made) {
    return folder.resolve(made.json() ? "m.json" : "m.yaml");
  }

  /** Plans a file; returns false if it was rejected with a message. */
  private boolean isPlan(MatrixMutations.MatrixFile made) throws IOException {
    Files.writeString(file(made), made.text());
    try {
      assertThat(plan(file(made)).cells()).isNotEmpty();
      return true;
    } catch (InvalidConfigException e) {
      assertSpoken(e);
      return false;
    }
  }

  private Plan plan(Path file) {
    return new Planner(Throughput.UNKNOWN)
        .plan(
            MatrixReader.read(file),
            plugins,
            Overrides.NONE,
            new DataAccess(folder, folder, false));
  }

  private static void assertSpoken(InvalidConfigException rejection) {
    assertThat(rejection.problems()).isNotEmpty();
    for (Problem problem : rejection.problems()) {
      assertThat(problem.path()).isNotEmpty();
      assertThat(problem.allowed()).isNotBlank();
      assertThat(problem.message())
          .hasSizeLessThan(MAX_LINE_LENGTH)
          .doesNotContain("Exception", "\tat ", "org.mtlbench", "com.fasterxml", "java.");
      assertThat(problem.message().lines()).hasSize(1);
    }
  }

  /** The complete path from the command line to the exit code. */
  private static void assertExitCode(Path file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        MtlBench.execute(
            new PrintWriter(out), new PrintWriter(err), "plan", file.toString(), "--device=cpu");
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }
}
