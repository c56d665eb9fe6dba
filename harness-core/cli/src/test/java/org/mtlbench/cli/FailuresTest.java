package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

class FailuresTest {
  @TempDir Path folder;

  @Test
  void reportsUnwritableRunFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    String matrix = Cli.matrix(folder, "tiny", "ls");

    Cli.Result result = Cli.run("run", matrix, "--out=" + file.resolve("out"));

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).startsWith("--out: cannot write " + file.resolve("out"));
  }

  @Test
  void logsUnexpectedErrorsAndPrintsOneLine() throws IOException {
    StringWriter err = new StringWriter();

    int code =
        Failures.report(new IllegalStateException("broken invariant"), false, new PrintWriter(err));

    assertThat(code).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("broken invariant", "details are in ");
    Path log = Path.of(err.toString().strip().replaceAll(".*details are in ", ""));
    assertThat(Files.readString(log)).contains("\tat org.mtlbench");
    Files.delete(log);
  }

  @Test
  void printsStackTraceOnRequest() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    String matrix = Cli.matrix(folder, "tiny", "ls");
    String out = "--out=" + file.resolve("out");
    assertThat(Cli.run("run", matrix, out, "--stacktrace").err()).contains("\tat org.mtlbench");
    assertThat(Cli.run("--debug", "run", matrix, out).err()).contains("\tat org.mtlbench");
  }
}
