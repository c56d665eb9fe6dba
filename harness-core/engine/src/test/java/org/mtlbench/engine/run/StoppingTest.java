package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

class StoppingTest {
  @TempDir Path scratch;

  @Test
  @Timeout(120)
  void keepsUnfinishedCellsOpenAndEndsWorkers()
      throws IOException, InterruptedException, ExecutionException {
    RunFixture run = new RunFixture(scratch);
    Plan plan =
        run.plan(
            "{id: trouble, label: dawdles, config: {trouble: dawdles}},"
                + " {id: trouble, label: stuck, config: {trouble: stuck}},"
                + " {id: trouble, label: waits}");
    Runner runner = run.runner();
    CompletableFuture<RunOutcome> running =
        CompletableFuture.supplyAsync(() -> run(runner, run, plan));
    RunFolder folder = RunFolder.at(run.folder);
    while (!reached(folder, plan, 0) || !reached(folder, plan, 1)) {
      Thread.sleep(50);
    }
    assertThatThrownBy(() -> run.run(plan))
        .as("the folder is taken")
        .isInstanceOf(HarnessException.class)
        .hasMessageContaining(
            "run folder: "
                + run.folder
                + " is in use by process "
                + ProcessHandle.current().pid()
                + " on ");

    runner.stop();

    assertThat(running.get()).isEqualTo(new RunOutcome(0, 0, 0, 3, 2, true));
    assertThat(folder.readCells().cells()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(run.told).doesNotContain("started waits");
  }

  @Test
  @Timeout(120)
  void countsQueuedCellsOfInterruptedRerunAsOpen() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan =
        run.plan(
            "{id: trouble, label: kept},"
                + " {id: trouble, label: stale, config: {trouble: shouts}},"
                + " {id: trouble, label: failed, config: {trouble: throws}}");
    run.run(plan);
    RunFolder folder = RunFolder.at(run.folder);
    CellRecord stale = run.record("stale");
    Path file = folder.cellFile(stale.id());
    // as if code had changed since
    Files.writeString(
        file, Files.readString(file).replace(stale.provenance().hash(), "0123456789abcdef"));
    Files.write(folder.attempts(run.record("failed").id()).checkpointFile(1), new byte[500]);
    Runner runner = run.runner();
    runner.stop();

    RunOutcome outcome = runner.run(plan, run.options());

    assertThat(outcome).isEqualTo(new RunOutcome(1, 0, 0, 2, 1, true));
    assertThat(folder.readCells().cells()).as("records stay until they are replaced").hasSize(3);
  }

  private static RunOutcome run(Runner runner, RunFixture run, Plan plan) {
    try {
      return runner.run(plan, run.options());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the first phase of a cell is over, so that its worker is in the troubled one. */
  private static boolean reached(RunFolder folder, Plan plan, int cell) throws IOException {
    Path events = folder.eventFile(plan.cells().get(cell).spec().id());
    return new EventReader(events)
        .readAll().events().stream().anyMatch(event -> event instanceof Event.PhaseEnded);
  }
}
