package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.TrialRecord;

class TunedRunTest {
  @TempDir Path scratch;

  private RunFixture fixture(String name) throws IOException {
    return new RunFixture(Files.createDirectory(scratch.resolve(name)));
  }

  private static CellRecord run(RunFixture run, String methods, String search)
      throws IOException, InterruptedException {
    Plan plan = run.plan("test", "pixels", methods, "3", search);
    run.run(plan);
    return run.record("cell");
  }

  @Test
  void tunedCellEqualsCellWithChosenValues() throws IOException, InterruptedException {
    CellRecord tuned =
        run(
            fixture("tuned"),
            "{id: toy-equal, label: cell, config: {epochs: 20}}",
            "{trials: 3, budget: 0.25, over: {learning-rate: [1e-3, 0.1]}}");

    SearchRecord search = tuned.search().orElseThrow();
    assertThat(tuned.status()).isEqualTo(CellStatus.DONE);
    assertThat(search.trials()).hasSize(3).extracting(TrialRecord::epochs).containsOnly(5);
    assertThat(tuned.phases()).extracting(PhaseRecord::name).containsExactly("train");
    assertThat(tuned.seconds().orElseThrow().search()).isEqualTo(search.wallSeconds());
    assertThat(tuned.seconds().orElseThrow().total())
        .isGreaterThanOrEqualTo(tuned.seconds().orElseThrow().main() + search.wallSeconds());

    double rate = search.chosenTrial().orElseThrow().values().get("learning-rate").doubleValue();
    CellRecord alone =
        run(
            fixture("alone"),
            "{id: toy-equal, label: cell, config: {epochs: 20, learning-rate: " + rate + "}}",
            "");

    assertThat(alone.search()).isEmpty();
    assertThat(alone.parameters()).isEqualTo(tuned.parameters());
    assertThat(alone.test()).isEqualTo(tuned.test());
    assertThat(alone.seconds().orElseThrow().search()).isZero();
  }

  @Test
  void recordsReasonIfAllTrialsFail() throws IOException, InterruptedException {
    CellRecord cell =
        run(
            fixture("hopeless"),
            "{id: trouble, label: cell}",
            "{trials: 2, over: {trouble: {values: [diverges]}}}");

    assertThat(cell.status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(cell.reason())
        .contains(
            "none of 2 trials was done: trial 1 diverged: loss of task left became NaN in epoch 1,"
                + " step 3");
    assertThat(cell.search().orElseThrow().chosen()).isEmpty();
    assertThat(cell.seconds().orElseThrow().search())
        .isEqualTo(cell.search().orElseThrow().wallSeconds());
    assertThat(cell.phases()).isEqualTo(List.of());
  }

  @Test
  void trialsShareArtefactsAndAttributeCostOnce() throws IOException, InterruptedException {
    CellRecord cell =
        run(
            fixture("taught"),
            "{id: taught, label: cell, config: {epochs: 10}}",
            "{trials: 3, over: {added: [0, 1]}}");

    PhaseRecord teacher = cell.phases().get(0);
    SearchRecord search = cell.search().orElseThrow();
    // the student copies its parameters, without an epoch of training
    assertThat(search.trials()).extracting(TrialRecord::epochs).containsOnly(10);
    assertThat(teacher.artefact().orElseThrow().reused()).isTrue();
    assertThat(search.trials().get(0).wallSeconds())
        .as("the first trial made it")
        .isGreaterThanOrEqualTo(teacher.wallSeconds());
    assertThat(cell.seconds().orElseThrow().search()).isCloseTo(search.wallSeconds(), within(1e-9));
    assertThat(cell.seconds().orElseThrow().total())
        .isGreaterThanOrEqualTo(search.wallSeconds() + cell.seconds().orElseThrow().main());
  }
}
