package org.mtlbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

class BenchmarkTest {
  private static final String MATRIX =
      """
      name: toys
      datasets: [pixels]
      architectures: [toy-shared]
      methods:
        - {id: toy-equal, config: {epochs: 2}, label: steady}
        - {id: trouble, config: {trouble: throws}}
      seeds: [1, 2]
      """;

  @TempDir Path folder;

  private Benchmark benchmark(String yaml) {
    return Benchmark.parse(yaml)
        .out(folder.resolve("run"))
        .data(folder.resolve("data"))
        .device("cpu")
        .slots(2);
  }

  @Test
  void runsMatrixReportsProgressAndReadsRecords() throws IOException, InterruptedException {
    List<String> told = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void cellEnded(PlannedCell cell, CellRecord record) {
            told.add(record.label() + " " + record.seed() + " " + record.status().word());
          }
        };

    BenchmarkRun run = benchmark(MATRIX).run(listener);

    assertThat(told)
        .containsExactlyInAnyOrder(
            "steady 1 done", "steady 2 done", "Trouble 1 failed", "Trouble 2 failed");
    assertThat(run.outcome()).isEqualTo(new RunOutcome(2, 2, 0, 0, 0, false));
    assertThat(run.cells())
        .extracting(CellRecord::label, CellRecord::seed)
        .isEqualTo(
            run.plan().cells().stream()
                .map(PlannedCell::spec)
                .map(spec -> tuple(spec.label(), spec.seed()))
                .toList());
    assertThat(run.cells().get(0).test().orElseThrow().scores().values("accuracy").mean())
        .isBetween(0.0, 1.0);
  }

  @Test
  void plansWithEstimatesWithoutWriting() throws IOException {
    Plan plan = benchmark(MATRIX).seed(7).budget(0.5).plan();
    assertThat(plan.cells()).hasSize(2);
    assertThat(plan.cells()).extracting(cell -> cell.spec().seed()).containsOnly(7L);
    assertThat(plan.estimatedSeconds(1)).isPositive();
    assertThat(folder).isEmptyDirectory();
    Path file = Files.writeString(folder.resolve("matrix.yaml"), MATRIX);
    assertThat(Benchmark.read(file).seed(7).budget(0.5).plan().matrix()).isEqualTo(plan.matrix());
  }

  @Test
  void builderMatchesMatrixFile() {
    String yaml =
        """
        name: built
        datasets: [{id: pixels, config: {file: ""}}]
        architectures: [toy-shared]
        methods: [toy-equal, {id: toy-equal, config: {learning-rate: 0.5}, label: fast}]
        seeds: [3, 4]
        training: {epochs: 2, batch-size: 16, schedule: constant}
        """;
    Plan built =
        Benchmark.matrix("built")
            .dataset("pixels", Map.of("file", ""))
            .architecture("toy-shared")
            .method("toy-equal")
            .method("toy-equal", Map.of("learning-rate", 0.5), "fast")
            .seeds(3, 4)
            .training(2, 16, ScheduleKind.CONSTANT)
            .build()
            .plan();
    Plan read = Benchmark.parse(yaml).plan();
    assertThat(built.matrix()).isEqualTo(read.matrix());
    assertThat(built.cells())
        .extracting(PlannedCell::spec)
        .isEqualTo(read.cells().stream().map(PlannedCell::spec).toList());
    Plan tuned =
        Benchmark.matrix("tuned")
            .dataset("pixels")
            .architecture("toy-shared")
            .method("toy-equal")
            .budget(0.5)
            .search(2, Map.of("learning-rate", List.of(0.1, 1)))
            .build()
            .plan();
    assertThat(tuned.cells().get(0).trials()).hasSize(2);
  }

  @Test
  void reportsAllProblemsOfMatrixAndSettings() {
    Benchmark wrong =
        Benchmark.matrix("wrong")
            .dataset("pixel")
            .architecture("toy-shared")
            .method("toy-equal", Map.of("epoch", 1))
            .build();
    InvalidConfigException e = catchThrowableOfType(InvalidConfigException.class, wrong::plan);
    assertThat(e.problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("datasets[0]", "methods[0].config.epoch");
    assertThatThrownBy(() -> benchmark(MATRIX).slots(0).plan())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("--slots: found 0");
    assertThatThrownBy(() -> benchmark(MATRIX).checkpointEvery(Duration.ofMinutes(-1)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("--checkpoint-every: found -1.0");
    assertThatThrownBy(() -> Benchmark.parse("a: [")).isInstanceOf(InvalidConfigException.class);
  }

  @Test
  @Timeout(120)
  void interruptStopsRun() throws IOException, InterruptedException {
    Thread caller = Thread.currentThread();
    List<String> ended = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void reported(PlannedCell cell, Event event) {
            if (event instanceof Event.PhaseEnded) {
              caller.interrupt();
            }
          }

          @Override
          public void cellEnded(PlannedCell cell, CellRecord record) {
            ended.add(record.label());
          }
        };
    Benchmark dawdling =
        benchmark(
            MATRIX.replaceAll(
                "(?s)methods:.*", "methods: [{id: trouble, config: {trouble: dawdles}}]"));

    assertThatThrownBy(() -> dawdling.run(listener)).isInstanceOf(InterruptedException.class);

    assertThat(ended).isEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder.resolve("run").resolve("checkpoints"))
        .isDirectoryContaining(file -> file.toString().endsWith(".checkpoint"));
  }
}
