package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/** Tests unexpected ends of processes, with the program in a separate process. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class ProcessTest {
  private static final String ENDLESS = "{id: ls, label: endless, config: {epochs: 1000000}}";

  @TempDir Path folder;
  private Process program;
  private ProcessHandle worker;

  private void start() throws IOException, InterruptedException {
    program =
        Cli.start(
            folder.resolve("output"),
            "run",
            Cli.matrix(folder, "endless", ENDLESS),
            "--out=" + out(),
            "--device=cpu",
            "--slots=1");
    long before = epochs();
    while (epochs() <= before) {
      assertThat(program.isAlive()).as("%s", output()).isTrue();
      Thread.sleep(50);
    }
    List<ProcessHandle> children = program.children().toList();
    assertThat(children).hasSize(1);
    worker = children.get(0);
  }

  @AfterEach
  void endWhatWasStarted() {
    program.destroyForcibly();
    worker.destroyForcibly();
  }

  @Test
  void killedWorkerFailsItsCell() throws IOException, InterruptedException {
    start();

    worker.destroyForcibly();

    assertThat(program.waitFor()).isEqualTo(ExitCode.SOME_FAILED);
    CellRecord record = RunFolder.at(out()).readCells().cells().get(0);
    assertThat(record.status()).isEqualTo(CellStatus.FAILED);
    assertThat(record.reason().orElseThrow()).contains("exit code 137 (killed");
    assertThat(output())
        .contains("failed: the worker ended", "0 of 1 cell done, 1 failed", "retry failed cells: ");
  }

  @Test
  void runnerForwardsInterruptToWorkers() throws IOException, InterruptedException {
    start();
    // Ctrl-C is sent to the whole process group; workers must ignore it.
    new ProcessBuilder("kill", "-INT", String.valueOf(worker.pid())).start().waitFor();
    long before = epochs();
    while (epochs() < before + 3) {
      assertThat(worker.isAlive()).isTrue();
      Thread.sleep(50);
    }

    program.destroy();

    assertThat(program.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(worker.isAlive()).isFalse();
    assertThat(RunFolder.at(out()).readCells().cells()).isEmpty();
    assertThat(output())
        .containsSubsequence(
            "interrupted: 0 of 1 cell done, 0 failed, 1 remaining (1 with a checkpoint)",
            "folder: " + out(),
            "results so far: mtlbench report " + out(),
            "resume: mtlbench run ")
        .as("no table")
        .doesNotContain("not run yet", "report.md");
  }

  @Test
  void workerExitsWhenRunnerIsKilled()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    start();

    program.destroyForcibly().waitFor();

    worker.onExit().get(20, TimeUnit.SECONDS);
    assertThat(RunFolder.at(out()).readCells().cells()).isEmpty();
  }

  @Test
  void resumesInterruptedCell() throws IOException, InterruptedException {
    start();
    program.destroy();
    assertThat(program.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    long before = epochs();

    start();

    List<Event> events = events();
    int resumed = -1;
    for (int i = 0; i < events.size(); i++) {
      resumed = events.get(i) instanceof Event.CellResumed ? i : resumed;
    }
    assertThat(events.get(resumed)).isEqualTo(new Event.CellResumed("train", (int) before));
    assertThat(((Event.EpochEnded) events.get(resumed + 1)).epoch()).isEqualTo((int) before + 1);
    // The runner reads the events of its worker with a delay.
    awaitOutput("resumed from checkpoint, train after " + before + " epoch");
    awaitOutput("0 of 1 cell done, 1 resumes from a checkpoint, 0 start");
  }

  private void awaitOutput(String part) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!output().contains(part) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(output()).contains(part);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  private long epochs() throws IOException {
    return events().stream().filter(Event.EpochEnded.class::isInstance).count();
  }

  private List<Event> events() throws IOException {
    List<Event> all = new ArrayList<>();
    Path events = out().resolve("events");
    if (Files.isDirectory(events)) {
      try (var files = Files.list(events)) {
        for (Path file : files.toList()) {
          all.addAll(new EventReader(file).readAll().events());
        }
      }
    }
    return all;
  }
}
