package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;

/** Runs matrices that report means over the last epochs. */
@Timeout(300)
class LastEpochsTest {
  /** Methods with one network, one per task, and without a search. */
  private static final String SEVERAL =
      "{id: stl, config: {selection: last}}, {id: ls, config: {selection: last}},"
          + " {id: upgrad, config: {selection: last}}, {id: ius, config: {selection: last}},"
          + " {id: mtan, config: {selection: last, weights: [[0.5, 0.5]],"
          + " search-learning-rates: false}}";

  @TempDir Path folder;

  /** A schedule without decay, so that a shorter training is the start of a longer one. */
  private String matrix(String name, String methods, String training) throws IOException {
    return Files.writeString(
            folder.resolve(name + ".yaml"),
            String.join(
                "\n",
                "name: " + name,
                "datasets:",
                "  - id: multimnist-synthetic",
                "    config: {train-size: 120, validation-size: 60, test-size: 60}",
                "architectures: [hps]",
                "methods: [" + methods + "]",
                "training: {batch-size: 30, schedule: constant, " + training + "}",
                ""))
        .toString();
  }

  private Map<String, CellRecord> run(String name, String methods, String training)
      throws IOException {
    Cli.Result result =
        Cli.run("run", matrix(name, methods, training), "--out=" + out(name), "--slots=1");
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    return records(name);
  }

  private Map<String, CellRecord> records(String name) throws IOException {
    return RunFolder.at(out(name)).readCells().cells().stream()
        .collect(Collectors.toMap(CellRecord::method, Function.identity()));
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  @Test
  void reportsMeanOfTestScoresAfterEachOfLastEpochs() throws IOException {
    Map<String, CellRecord> two = run("two", SEVERAL, "epochs: 2");
    Map<String, CellRecord> three = run("three", SEVERAL, "epochs: 3");

    Map<String, CellRecord> means = run("means", SEVERAL, "epochs: 3, last-epochs: 2");

    assertThat(means).hasSize(5);
    means.forEach(
        (method, record) -> {
          assertThat(record.testEpochs()).as(method).contains(2);
          record
              .test()
              .orElseThrow()
              .scores()
              .byTask()
              .forEach(
                  (task, metrics) ->
                      metrics.forEach(
                          (metric, mean) ->
                              assertThat(mean)
                                  .as("%s, %s, %s", method, task, metric)
                                  .isCloseTo(
                                      (score(two.get(method), task, metric)
                                              + score(three.get(method), task, metric))
                                          / 2,
                                      within(1e-12))));
          assertThat(record.parameters().orElseThrow().checksum())
              .as("%s: the tests change no bit of the training", method)
              .isEqualTo(three.get(method).parameters().orElseThrow().checksum());
          assertThat(three.get(method).testEpochs()).isEmpty();
          assertThat(record.id()).isNotEqualTo(three.get(method).id());
        });
    assertThat(Files.readString(out("means").resolve("report.md")))
        .contains("test scores: mean over the last 2 epochs, no model is selected on validation")
        .doesNotContain("of the model selected on validation");
    assertThat(Files.readString(out("three").resolve("report.md")))
        .contains("of the model selected on validation")
        .doesNotContain("mean over the last");
  }

  @Test
  void theDiagnosticComparesRulesOfSelectionWithoutChangingTheResult() throws IOException {
    String methods = "stl, ls, ius";
    String last = methods.replaceAll("[a-z]+", "{id: $0, config: {selection: last}}");
    Map<String, CellRecord> selected = run("selected", methods, "epochs: 4");
    Map<String, CellRecord> ended = run("ended", last, "epochs: 4");

    Map<String, CellRecord> diagnosed =
        run("diagnosed", methods, "epochs: 4, selection-diagnostic: true");

    diagnosed.forEach(
        (method, record) -> {
          SelectionDiagnosticRecord diagnostic = record.selectionDiagnostic().orElseThrow();
          assertThat(record.test()).as(method).isEqualTo(selected.get(method).test());
          assertThat(diagnostic.lastEpoch().scores())
              .as(method)
              .isEqualTo(ended.get(method).test().orElseThrow().scores());
          assertThat(mean(diagnostic.bestOnTest()))
              .as(method)
              .isGreaterThanOrEqualTo(mean(diagnostic.lastEpoch()))
              .isGreaterThanOrEqualTo(mean(record.test().orElseThrow()));
          assertThat(record.id()).isNotEqualTo(selected.get(method).id());
          assertThat(selected.get(method).selectionDiagnostic()).isEmpty();
        });
    assertThat(Files.readString(out("diagnosed").resolve("report.md")))
        .contains("## Rules of selecting an epoch (diagnostic)")
        .contains("must not be reported as a result");
  }

  private static double mean(SplitRecord scores) {
    return scores.scores().byTask().values().stream()
        .mapToDouble(metrics -> metrics.get("accuracy"))
        .average()
        .orElseThrow();
  }

  private static double score(CellRecord record, String task, String metric) {
    return record.test().orElseThrow().scores().find(task, metric).orElseThrow();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
  void resumesWithSameMeans() throws IOException, InterruptedException {
    String training = "epochs: 60, last-epochs: 58";
    CellRecord expected = run("undisturbed", "ls", training).get("ls");
    Process program =
        Cli.start(
            folder.resolve("output"),
            "run",
            matrix("stopped", "ls", training),
            "--out=" + out("stopped"),
            "--slots=1");
    try {
      while (epochs("stopped") < 5) {
        assertThat(program.isAlive()).as("%s", Files.readString(folder.resolve("output"))).isTrue();
        Thread.sleep(20);
      }
      program.destroy();
      assertThat(program.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    } finally {
      program.destroyForcibly();
    }

    CellRecord resumed = run("stopped", "ls", training).get("ls");

    assertThat(events("stopped")).hasAtLeastOneElementOfType(Event.CellResumed.class);
    assertThat(resumed.test()).isEqualTo(expected.test());
    assertThat(resumed.testEpochs()).contains(58);
  }

  private long epochs(String name) throws IOException {
    return events(name).stream().filter(Event.EpochEnded.class::isInstance).count();
  }

  private List<Event> events(String name) throws IOException {
    Path events = out(name).resolve("events");
    if (!Files.isDirectory(events)) {
      return List.of();
    }
    try (var files = Files.list(events)) {
      List<Path> found = files.toList();
      return found.isEmpty() ? List.of() : new EventReader(found.get(0)).readAll().events();
    }
  }

  @Test
  void reducedBudgetReportsMeanOfAllEpochsThatAreLeft() throws IOException {
    Cli.Result result =
        Cli.run(
            "run",
            matrix("reduced", "ls", "epochs: 20, last-epochs: 10"),
            "--out=" + out("reduced"),
            "--budget=0.1",
            "--slots=1");

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.DONE);
    assertThat(records("reduced").get("ls").testEpochs()).contains(2);
  }

  @Test
  void planNamesRuleAndRejectsMoreLastEpochsThanEpochs() throws IOException {
    assertThat(Cli.run("plan", matrix("good", "ls", "epochs: 3, last-epochs: 2")).out())
        .contains("test scores of the last 2 epochs");

    Cli.Result plan = Cli.run("plan", matrix("bad", "ls", "epochs: 3, last-epochs: 4"));

    assertThat(plan.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plan.err())
        .contains(
            "training.last-epochs: found 4, expected a whole number from 1 to the number of epochs");
  }
}
