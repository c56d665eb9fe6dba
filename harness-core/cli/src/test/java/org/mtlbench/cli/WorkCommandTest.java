package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunPolicy;
import org.mtlbench.engine.task.TaskState;
import org.mtlbench.engine.task.TaskStates;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** Tasks in real processes that are killed, stopped and started twice. */
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class WorkCommandTest {
  private static final int EPOCHS = 40;

  @TempDir Path scratch;
  private final List<ProcessHandle> started = new ArrayList<>();
  private Path out;
  private RunFolder folder;
  private List<String> ids;

  /** Prepares one task per cell, and trains the same cells without interruption. */
  private void prepare(int seeds) throws IOException {
    String matrix =
        Files.writeString(
                scratch.resolve("work.yaml"),
                String.join(
                    "\n",
                    "name: work",
                    "datasets:",
                    "  - id: multimnist-synthetic",
                    "    config: {train-size: 120, validation-size: 40, test-size: 40}",
                    "architectures: [hps]",
                    "methods: [{id: ls, config: {epochs: " + EPOCHS + ", batch-size: 40}}]",
                    "seeds: " + List.of(0, 1, 2).subList(0, seeds),
                    ""))
            .toString();
    out = scratch.resolve("tasks");
    folder = RunFolder.at(out);
    LoadedPlugins plugins = LoadedPlugins.of(WorkCommandTest.class.getClassLoader());
    DataAccess access = new DataAccess(scratch.resolve("data"), scratch.resolve("cache"), false);
    Plan plan = plugins.plan(MatrixReader.read(Path.of(matrix)), Overrides.NONE, access);
    RunOptions options =
        new RunOptions(
            out,
            new DeviceChoice(List.of(ComputeDevice.CPU), "test"),
            1,
            1,
            access,
            Optional.empty(),
            Duration.ZERO,
            KeepModels.BEST,
            RunPolicy.DEFAULT,
            Optional.empty(),
            SlotRule.FIXED);
    Tasks.prepare(plugins, plan, options, 1, new RunListener() {});
    ids = plan.cells().stream().map(cell -> cell.spec().id()).toList();
    Cli.Result whole =
        Cli.run("run", matrix, "--out=" + scratch.resolve("whole"), "--device=cpu", "--slots=1");
    assertThat(whole.code()).as(whole.err()).isZero();
  }

  @AfterEach
  void endProcesses() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private Process work(int index) throws IOException {
    Path log = scratch.resolve("task" + index + "-" + started.size() + ".log");
    Process process = Cli.start(log, "work", out.toString(), "--index", "" + index);
    started.add(process.toHandle());
    return process;
  }

  /** Waits until the newest attempt has trained more epochs; returns its worker. */
  private ProcessHandle awaitEpochs(Process task, String id, int more)
      throws IOException, InterruptedException {
    long token = folder.attempts(id).newest();
    while (folder.attempts(id).newest() == token && task.isAlive()) {
      Thread.sleep(10);
    }
    Path events = folder.attempts(id).eventFile(token + 1);
    int before = -1;
    while (task.isAlive()) {
      int now = epochs(events).size();
      boolean running = task.children().findFirst().isPresent();
      before = running && before < 0 ? now : before;
      if (before >= 0 && now >= before + more) {
        ProcessHandle worker = task.children().findFirst().orElseThrow();
        started.add(worker);
        return worker;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the task ended too early");
  }

  private static List<Integer> epochs(Path events) throws IOException {
    return new EventReader(events)
        .readAll().events().stream()
            .filter(Event.EpochEnded.class::isInstance)
            .map(event -> ((Event.EpochEnded) event).epoch())
            .toList();
  }

  private static void signal(String name, ProcessHandle... processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start().waitFor();
    }
  }

  private void assertSameAsUninterrupted(String id) throws IOException {
    CellRecord found = folder.readCell(id).orElseThrow();
    CellRecord expected = RunFolder.at(scratch.resolve("whole")).readCell(id).orElseThrow();
    assertThat(found.parameters()).isEqualTo(expected.parameters());
    assertThat(found.test()).isEqualTo(expected.test());
    assertThat(epochs(folder.eventFile(id))).hasSize(EPOCHS).isSorted().doesNotHaveDuplicates();
    try (var left = Files.list(folder.checkpoints())) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith(id))).isEmpty();
    }
    assertThat(folder.eventFile(id)).isEqualTo(folder.publishedEvents(id));
  }

  @Test
  void resumesWithSameBitsAfterKillAndTerm() throws IOException, InterruptedException {
    prepare(1);
    String id = ids.get(0);
    Process killed = work(0);
    ProcessHandle orphan = awaitEpochs(killed, id, 3);
    killed.destroyForcibly().waitFor();

    Process termed = work(0);
    ProcessHandle worker = awaitEpochs(termed, id, 3);
    // an engine sends the signal to all processes of a task
    signal("TERM", worker, termed.toHandle());
    assertThat(termed.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(folder.attempts(id).newestCheckpoint()).isPresent();
    assertThat(folder.readCell(id)).isEmpty();
    assertThat(worker.isAlive()).isFalse();

    assertThat(work(0).waitFor()).isEqualTo(ExitCode.DONE);

    assertThat(Files.readString(folder.logFile(id))).contains("resumed from the checkpoint");
    assertSameAsUninterrupted(id);
    assertThat(folder.attempts(id).newest()).isEqualTo(3);
    assertThat(TaskStates.of(out).read().get(0).progress()).isEqualTo(TaskState.Progress.DONE);
    assertThat(work(0).waitFor()).as("again").isEqualTo(ExitCode.DONE);
    assertThat(folder.attempts(id).newest()).as("not claimed again").isEqualTo(3);
    while (orphan.isAlive()) {
      Thread.sleep(20);
    }
  }

  @Test
  void taskThatWasThoughtDeadDoesNotWriteOverItsSuccessor()
      throws IOException, InterruptedException {
    prepare(2);
    Process stopped = work(0);
    ProcessHandle worker = awaitEpochs(stopped, ids.get(0), 3);
    signal("STOP", worker, stopped.toHandle());
    assertThat(work(0).waitFor()).isEqualTo(ExitCode.DONE);
    byte[] record = Files.readAllBytes(folder.cellFile(ids.get(0)));
    byte[] events = Files.readAllBytes(folder.eventFile(ids.get(0)));

    signal("CONT", worker, stopped.toHandle());

    assertThat(stopped.waitFor()).as("the cell is done").isEqualTo(ExitCode.DONE);
    assertThat(worker.isAlive()).isFalse();
    assertThat(folder.cellFile(ids.get(0))).hasBinaryContent(record);
    assertThat(folder.eventFile(ids.get(0))).hasBinaryContent(events);
    assertSameAsUninterrupted(ids.get(0));

    Process first = work(1);
    awaitEpochs(first, ids.get(1), 2);
    Process second = work(1);
    assertThat(first.waitFor()).as("left to the second").isEqualTo(ExitCode.SUPERSEDED);
    assertThat(second.waitFor()).isEqualTo(ExitCode.DONE);
    assertSameAsUninterrupted(ids.get(1));
    assertThat(folder.attempts(ids.get(1)).newest()).isEqualTo(2);
  }
}
