package org.mtlbench.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.engine.log.LogTail;
import org.mtlbench.results.FailureKind;

class WorkerExitTest {
  @TempDir Path folder;

  @Test
  void explainsSignalsAndQuotesLastLineOfLog() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "first\n  the end  \n\n");
    assertThat(WorkerExit.of(137, log))
        .isEqualTo(
            new WorkerExit(
                FailureKind.KILLED,
                "the worker ended with exit code 137 (killed, often by the system for lack of"
                    + " memory); last output:   the end"));
    assertThat(WorkerExit.of(159, log).reason()).contains("exit code 159 (killed by signal 31)");
    assertThat(WorkerExit.of(139, log).kind()).isEqualTo(FailureKind.CRASHED);
    assertThat(WorkerExit.of(1, log).kind()).isEqualTo(FailureKind.EXITED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3   | Terminating due to java.lang.OutOfMemoryError: Java heap space | OUT_OF_HEAP | heap of 2 GiB was full",
        "3   | something else | EXITED | exit code 3 and left no result",
        "134 | # There is insufficient memory for the Java Runtime Environment to continue. | OUT_OF_NATIVE_MEMORY | out of memory outside",
        "134 | terminate called after throwing an instance of 'std::bad_alloc' | OUT_OF_NATIVE_MEMORY | out of memory outside",
        "134 | what():  CUDA out of memory. Tried to allocate 20.00 MiB. | OUT_OF_DEVICE_MEMORY | fewer cells per GPU (--slots)",
        "1   | Exception in thread \"main\" java.nio.file.FileSystemException: x: No space left on device | THREW | last output: x: No space left on device"
      })
  void readsCauseFromLog(int code, String line, FailureKind kind, String reason)
      throws IOException {
    Path log = Files.writeString(folder.resolve("log"), line + "\n\tat org.example.Main\n");
    assertThat(WorkerExit.of(code, log).kind()).isEqualTo(kind);
    assertThat(WorkerExit.of(code, log).reason()).contains(reason);
  }

  @Test
  void readsOnlyEndOfLongLog() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "x".repeat(100_000) + "\nend\n");
    assertThat(WorkerExit.of(1, log).reason()).endsWith("last output: end");
    Path line = Files.writeString(folder.resolve("line"), "y".repeat(100_000));
    assertThat(WorkerExit.of(1, line).reason()).endsWith("yyy...").hasSizeLessThan(320);
    Path many = Files.writeString(folder.resolve("many"), "a\u001b[2Jb\n".repeat(100));
    assertThat(LogTail.of(many)).hasSize(20).containsOnly("a [2Jb");
  }

  @Test
  void handlesMissingLog() {
    assertThat(WorkerExit.of(2, folder.resolve("none")).reason())
        .startsWith("the worker ended with exit code 2");
    assertThat(LogTail.of(folder.resolve("none"))).isEmpty();
  }
}
