package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/** Watches a run of another process. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class WatchProcessTest {
  private static final String METHODS =
      "{id: ls, label: short}, {id: ls, label: endless, config: {epochs: 1000000}}";

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start(String output, String... arguments) throws IOException {
    Process process = Cli.start(folder.resolve(output), arguments);
    started.add(process);
    return process;
  }

  private String read(String output) throws IOException {
    return Files.readString(folder.resolve(output));
  }

  private void await(String output, String part) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!read(output).contains(part) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(read(output)).contains(part);
  }

  @Test
  void followsRunToItsEndAndCanBeEndedBefore() throws IOException, InterruptedException {
    Process run =
        start(
            "run.txt",
            "run",
            Cli.matrix(folder, "watched", METHODS),
            "--out=" + folder.resolve("out"),
            "--device=cpu",
            "--slots=1");
    await("run.txt", "started");
    String[] watch = {"watch", folder.resolve("out").toString()};
    Process whole = start("whole.txt", watch);
    Process part = start("part.txt", watch);
    await("part.txt", "endless: train ");
    await("whole.txt", "endless: train ");

    part.destroy();
    assertThat(part.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    run.children().forEach(ProcessHandle::destroyForcibly);

    assertThat(run.waitFor()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(whole.waitFor()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(read("whole.txt"))
        .containsPattern("endless: train \\d+/10000, validation accuracy [0-9.]+ %\\R")
        .containsPattern("short: test accuracy [0-9.]+ %")
        .contains("endless: failed: the worker ended")
        .contains("1 of 2 cells done, 1 failed (1 killed)");
  }
}
