package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.CellAttempts;
import org.mtlbench.results.folder.RunFolder;

class ResumingTest {
  private static final int EPOCHS = 600;
  private static final String STEADY =
      "{id: toy-equal, label: steady, config: {epochs: " + EPOCHS + "}}";
  private static final String SHORT = "{id: toy-equal, label: steady, config: {epochs: 60}}";

  @TempDir Path scratch;

  @Test
  @Timeout(180)
  void resumesFromCheckpointWithSameBits()
      throws IOException, InterruptedException, ExecutionException {
    RunFixture disturbed = new RunFixture(Files.createDirectory(scratch.resolve("disturbed")));
    Plan plan = disturbed.plan(STEADY);
    Runner runner = disturbed.runner();
    CompletableFuture<RunOutcome> running =
        CompletableFuture.supplyAsync(() -> run(runner, plan, disturbed.options()));
    while (epochs(disturbed, plan).isEmpty()) {
      Thread.sleep(20);
    }
    runner.stop();
    assertThat(running.get()).isEqualTo(new RunOutcome(0, 0, 0, 1, 1, true));
    RunFolder folder = RunFolder.at(disturbed.folder);
    Path checkpoint = folder.attempts(plan.cells().get(0).spec().id()).checkpointFile(1);
    assertThat(checkpoint).exists();
    int done = epochs(disturbed, plan).size();
    assertThat(done).isLessThan(EPOCHS);

    assertThat(disturbed.run(plan).complete()).isTrue();

    assertThat(disturbed.told)
        .contains("resumes train after " + done, "steady CellResumed")
        .filteredOn(line -> line.startsWith("resumes "))
        .hasSize(1);
    assertThat(checkpoint).doesNotExist();
    assertThat(epochs(disturbed, plan))
        .as("each epoch is told once, in order")
        .extracting(Event.EpochEnded::epoch)
        .hasSize(EPOCHS)
        .isSorted()
        .doesNotHaveDuplicates();
    RunFixture undisturbed = new RunFixture(Files.createDirectory(scratch.resolve("undisturbed")));
    undisturbed.run(undisturbed.plan(STEADY));
    CellRecord expected = undisturbed.record("steady");
    CellRecord found = disturbed.record("steady");
    assertThat(found.parameters()).isEqualTo(expected.parameters());
    assertThat(found.test()).isEqualTo(expected.test());
    assertThat(found.validation()).isEqualTo(expected.validation());
    assertThat(found.phases()).extracting(PhaseRecord::epochs).containsExactly(EPOCHS);
  }

  @Test
  @Timeout(180)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
  void resumesWithSameBitsAfterKillDuringCheckpoint()
      throws IOException, InterruptedException, ExecutionException {
    RunFixture killed = new RunFixture(Files.createDirectory(scratch.resolve("killed")));
    Plan plan = killed.plan(SHORT);
    RunFolder folder = RunFolder.at(killed.folder);
    Path half = null;
    while (half == null) {
      CompletableFuture<RunOutcome> running =
          CompletableFuture.supplyAsync(
              () -> run(killed.runner(), plan, killed.options(Duration.ZERO)));
      while (!running.isDone() && temporaries(folder).isEmpty()) {
        Thread.onSpinWait();
      }
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
      assertThat(running.get().done()).as("cells that came to their end before the kill").isZero();
      assertThat(killed.record("steady").failure().orElseThrow().kind())
          .isEqualTo(FailureKind.KILLED);
      half = temporaries(folder).stream().findFirst().orElse(null);
    }

    assertThat(killed.run(plan).complete()).isTrue();

    assertThat(half).as("what the kill left").doesNotExist();
    RunFixture undisturbed = new RunFixture(Files.createDirectory(scratch.resolve("undisturbed")));
    undisturbed.run(undisturbed.plan(SHORT));
    assertThat(killed.record("steady").parameters())
        .isEqualTo(undisturbed.record("steady").parameters());
    assertThat(killed.record("steady").test()).isEqualTo(undisturbed.record("steady").test());
  }

  private static List<Path> temporaries(RunFolder folder) throws IOException {
    if (!Files.isDirectory(folder.checkpoints())) {
      return List.of();
    }
    try (var files = Files.list(folder.checkpoints())) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("\\..*\\.checkpoint\\.[0-9a-f-]{36}\\.tmp"))
          .toList();
    }
  }

  @Test
  void startsOverAfterCorruptCheckpoint() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("{id: toy-equal, label: steady, config: {epochs: 3}}");
    String id = plan.cells().get(0).spec().id();
    RunFolder folder = RunFolder.at(run.folder).create();
    CellAttempts attempts = folder.attempts(id);
    Files.write(attempts.checkpointFile(attempts.claim("an earlier run")), new byte[500]);

    assertThat(run.run(plan).complete()).isTrue();

    assertThat(run.told)
        .contains(
            "warned cell "
                + id
                + " starts over, its checkpoint cannot be used: the file is corrupt")
        .doesNotContain("steady CellResumed")
        .noneMatch(line -> line.startsWith("resumes "));
    assertThat(run.record("steady").notes()).isEmpty();
    assertThat(attempts.newestCheckpoint()).isEmpty();
  }

  private static RunOutcome run(Runner runner, Plan plan, RunOptions options) {
    try {
      return runner.run(plan, options);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Event.EpochEnded> epochs(RunFixture run, Plan plan) throws IOException {
    Path events = RunFolder.at(run.folder).eventFile(plan.cells().get(0).spec().id());
    return new EventReader(events)
        .readAll().events().stream()
            .filter(Event.EpochEnded.class::isInstance)
            .map(Event.EpochEnded.class::cast)
            .toList();
  }
}
