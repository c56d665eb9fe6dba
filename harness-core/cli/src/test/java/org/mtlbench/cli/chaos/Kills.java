package org.mtlbench.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mtlbench.cli.Cli;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** Kills processes at random times. */
final class Kills {
  private static final int MAX_EVENTS = 8;
  private static final int MAX_PAUSE_MILLIS = 400;
  private static final long POLL_MILLIS = 10;

  private final Random random;
  private final List<ProcessHandle> left = new ArrayList<>();
  private int runners;
  private int workers;

  Kills(Random random) {
    this.random = random;
  }

  /** A matrix that is run repeatedly in the same folder. */
  record Run(String matrix, Path out, Path log) {
    Process start() throws IOException {
      return Cli.start(
          log, "run", matrix, "--out=" + out, "--device=cpu", "--slots=2", "--checkpoint-every=0");
    }

    int toItsEnd() throws IOException, InterruptedException {
      return start().waitFor();
    }

    String output() throws IOException {
      return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The size of the event files in bytes; grows with every epoch. */
    private long progress() throws IOException {
      long lines = 0;
      Path events = out.resolve("events");
      if (Files.isDirectory(events)) {
        try (var files = Files.list(events)) {
          for (Path file : files.toList()) {
            // events of an attempt are deleted when the cell ends
            lines += file.toFile().length();
          }
        }
      }
      return lines;
    }
  }

  int made() {
    return runners + workers;
  }

  int runners() {
    return runners;
  }

  int workers() {
    return workers;
  }

  /**
   * Runs a matrix to its end with kills in between. Results of finished cells must not change.
   *
   * @param most maximum number of kills, including earlier ones
   */
  void until(int most, Run run) throws IOException, InterruptedException {
    Map<String, byte[]> finished = new HashMap<>();
    int code = -1;
    while (code != ExitCode.DONE) {
      Process runner = run.start();
      while (made() < most && awaitMoment(run, runner)) {
        kill(runner);
        checkFinished(run, finished);
      }
      code = runner.waitFor();
      checkFinished(run, finished);
      // killed, or with failed cells of killed workers
      assertThat(code).as(run.output()).isIn(ExitCode.DONE, ExitCode.SOME_FAILED, 128 + 9);
    }
    assertThat(finished).as(run.output()).isNotEmpty();
  }

  /** Waits for progress and a random time; returns whether the runner is alive. */
  private boolean awaitMoment(Run run, Process runner) throws IOException, InterruptedException {
    // some kills happen before any progress
    long events = random.nextInt(4) == 0 ? 0 : random.nextInt(MAX_EVENTS);
    long before = run.progress();
    while (runner.isAlive() && Math.abs(run.progress() - before) < 200 * events) {
      Thread.sleep(POLL_MILLIS);
    }
    long pause = random.nextInt(MAX_PAUSE_MILLIS * (events == 0 ? 5 : 1));
    return !runner.waitFor(pause, TimeUnit.MILLISECONDS);
  }

  private void kill(Process runner) {
    List<ProcessHandle> children = runner.children().toList();
    if (children.isEmpty() || random.nextBoolean()) {
      left.addAll(children);
      runner.destroyForcibly();
      runners++;
    } else {
      children.get(random.nextInt(children.size())).destroyForcibly();
      workers++;
    }
  }

  private static void checkFinished(Run run, Map<String, byte[]> finished) throws IOException {
    RunFolder folder = RunFolder.at(run.out());
    for (CellRecord cell : folder.readCells().cells()) {
      if (cell.hasResult()) {
        finished.putIfAbsent(cell.id(), Files.readAllBytes(folder.cellFile(cell.id())));
      }
    }
    for (Map.Entry<String, byte[]> entry : finished.entrySet()) {
      Path file = folder.cellFile(entry.getKey());
      assertThat(file).as("a finished cell is lost").exists();
      assertThat(Arrays.equals(Files.readAllBytes(file), entry.getValue()))
          .as("a finished cell was done twice")
          .isTrue();
    }
  }

  /** Workers of killed runners that did not exit by themselves. */
  List<ProcessHandle> orphans() throws InterruptedException {
    for (int i = 0; i < 2000 && left.stream().anyMatch(ProcessHandle::isAlive); i++) {
      Thread.sleep(POLL_MILLIS);
    }
    return left.stream().filter(ProcessHandle::isAlive).toList();
  }
}
