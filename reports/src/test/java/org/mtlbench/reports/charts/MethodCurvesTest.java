package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.TaskValues;

class MethodCurvesTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final TaskValues CONSTANT = TaskValues.of(TASKS, new double[] {0.1, 0.1});

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private PlannedCell trained(String label, long seed, PhaseRecord... phases) {
    PlannedCell cell = run.plan("d", "hps", "m", label, seed, "{}");
    run.trained(
        cell,
        TaskValues.of(TASKS, new double[] {0.9, 0.9}),
        new ConstantPredictorRecord(
            FixtureRun.accuracy(CONSTANT), FixtureRun.accuracy(CONSTANT), 100, 100),
        SparsityRecord.ofRows(10, 0, 10, 0),
        phases);
    return cell;
  }

  private static void epochs(RunFolder folder, PlannedCell cell, String phase, double... scores)
      throws IOException {
    try (EventWriter writer = EventWriter.open(folder.eventFile(cell.id()))) {
      for (int i = 0; i < scores.length; i++) {
        writer.write(
            new Event.EpochEnded(
                phase,
                i + 1,
                scores.length,
                TaskValues.of(TASKS, new double[] {1, 1}),
                FixtureRun.accuracy(TaskValues.of(TASKS, new double[] {scores[i], scores[i]})),
                Optional.of(scores[i]),
                Map.of(),
                1,
                true,
                Optional.empty()));
      }
    }
  }

  private static PhaseRecord phase(String name, String network) {
    return FixtureRun.training(name, PhaseKind.MAIN, network, 2);
  }

  private static MethodCurves read(RunFolder folder) throws IOException {
    return MethodCurves.read(folder, Rows.of(RunResults.read(folder)));
  }

  @Test
  void joinsPhasesOfANetworkAndLeavesOutTeachers() throws IOException {
    PlannedCell cell =
        trained("A", 0, FixtureRun.aside("teacher", 2), phase("search", "n"), phase("train", "n"));
    RunFolder folder = run.write(root);
    epochs(folder, cell, "teacher", 0.1, 0.2);
    epochs(folder, cell, "search", 0.3, 0.4);
    epochs(folder, cell, "train", 0.5, 0.6);

    assertThat(read(folder).of(cell.id())).containsExactly(0.3, 0.4, 0.5, 0.6);
  }

  @Test
  void averagesNetworksAndSeedsByEpoch() throws IOException {
    PhaseRecord[] phases = {phase("left", "left"), phase("right", "right")};
    PlannedCell first = trained("STL", 0, phases);
    PlannedCell second = trained("STL", 1, phases);
    RunFolder folder = run.write(root);
    epochs(folder, first, "left", 0.5, 0.25);
    epochs(folder, first, "right", 0.25, 0.5);
    epochs(folder, second, "left", 0.5, 0.5);
    epochs(folder, second, "right", 0.5);

    List<Double> curve = read(folder).of(first.id());
    assertThat(curve).hasSize(2);
    assertThat(curve.get(0)).isEqualTo(0.4375);
    assertThat(curve.get(1)).as("a network has no second epoch").isNaN();
    assertThat(read(folder).of(second.id())).isEmpty();
  }
}
