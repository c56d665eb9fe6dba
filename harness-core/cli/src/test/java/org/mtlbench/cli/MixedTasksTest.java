package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.Scores;

/** Uses a third-party plugin project with tasks of different kinds, from jar to report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedTasksTest {
  private static final Path SOURCES = Path.of("src", "test", "plugin", "org", "example", "mixed");
  private static final String PACKAGE = "org.example.mixed.";

  private static final Map<String, List<String>> METRICS =
      Map.of(
          "kind", List.of("accuracy"),
          "measures", List.of("rmse", "mae", "r2"),
          "signs", List.of("macro-f1", "auc"),
          "ground", List.of("miou", "pixel-accuracy"),
          "depth", List.of("absolute-error", "relative-error"));

  @TempDir static Path folder;
  private Path jar;

  @BeforeAll
  void pack() throws IOException {
    JarFixture fixture = new JarFixture("mixed", PACKAGE + "MixedBundle");
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        fixture.source(PACKAGE + name, Files.readString(file));
      }
    }
    jar = fixture.write(Files.createDirectories(folder.resolve("plugins")).resolve("mixed.jar"));
  }

  @Test
  void datasetsPassContract() throws IOException, ClassNotFoundException {
    assertThat(ContractRun.failures(jar, PACKAGE + "HousesContractTest")).isEmpty();
    assertThat(ContractRun.failures(jar, PACKAGE + "ScenesContractTest")).isEmpty();
  }

  /** Runs a matrix; all cells must succeed. */
  private static Path run(String matrix, String name, Path plugins) {
    Path out = folder.resolve(name);
    Cli.Result result = Cli.run("run", matrix, "--plugins=" + plugins, "--out=" + out, "--slots=2");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    return out;
  }

  @Test
  void allMethodsTrainAndAllMetricsAreReported() throws IOException {
    Path out = run(SOURCES.resolve("mixed.yaml").toString(), "run", jar.getParent());

    // every method on both architectures, each metric once on the test split
    List<String> lines = Files.readAllLines(out.resolve("metrics.csv"));
    METRICS.forEach(
        (task, metrics) ->
            metrics.forEach(
                metric ->
                    assertThat(lines)
                        .filteredOn(line -> line.contains(",test," + task + "," + metric + ","))
                        .as(task + " " + metric)
                        .hasSize(10)));
    for (String report : List.of("report.md", "report.html", "report.tex")) {
      String text = Files.readString(out.resolve(report));
      String squared = report.endsWith(".tex") ? "R\\ensuremath{^2}" : "R²";
      for (String title :
          List.of(
              "Accuracy", "RMSE", "MAE", squared, "Macro F1", "AUC", "mIoU", "Pixel accuracy")) {
        assertThat(text).as(report).contains(title);
      }
      for (String task : List.of("kind", "measures", "signs", "ground", "depth")) {
        assertThat(text).as(report).contains(task);
      }
      assertThat(text)
          .as(report)
          .contains("Results: houses", "Results: scenes", "measures RMSE", "ground mIoU")
          .doesNotContain("Task 1");
    }
    assertThat(Files.readString(out.resolve("report.md"))).contains("Best Δm");
    assertSelectionBySkill(out);
  }

  /** The selection score of every epoch of a multi-task network is the mean skill on validation. */
  private static void assertSelectionBySkill(Path out) throws IOException {
    int epochs = 0;
    for (CellRecord cell : RunFolder.at(out).readCells().cells()) {
      if (!cell.dataset().equals("houses") || !cell.method().equals("ls")) {
        continue;
      }
      Scores constant = cell.constantPredictor().orElseThrow().validation();
      for (Event event :
          new EventReader(RunFolder.at(out).eventFile(cell.id())).readAll().events()) {
        if (event instanceof Event.EpochEnded epoch) {
          double skill =
              (skill(epoch.scores(), constant, "kind", "accuracy", 1)
                      + skill(epoch.scores(), constant, "measures", "rmse", 0)
                      + skill(epoch.scores(), constant, "signs", "macro-f1", 1))
                  / 3;
          assertThat(epoch.selection().orElseThrow()).isCloseTo(skill, within(1e-9));
          epochs++;
        }
      }
    }
    assertThat(epochs).isEqualTo(26);
  }

  private static double skill(
      Scores scores, Scores constant, String task, String metric, double ideal) {
    double reference = constant.find(task, metric).orElseThrow();
    return (scores.find(task, metric).orElseThrow() - reference) / (ideal - reference);
  }

  @Test
  void headlineIsMeanSkillWithoutSingleTaskBaseline() throws IOException {
    Path matrix = folder.resolve("two.yaml");
    Files.writeString(
        matrix,
        """
        name: two
        datasets: [houses]
        architectures: [hps]
        methods: [ls, mgda]
        training: {epochs: 2, batch-size: 48}
        """);
    Path out = run(matrix.toString(), "two", jar.getParent());

    String report = Files.readString(out.resolve("report.md"));
    assertThat(report).contains("Best mean skill").doesNotContain("Best Δm");
    assertThat(report).contains("## Tasks\n").doesNotContain("Δ");
  }
}
