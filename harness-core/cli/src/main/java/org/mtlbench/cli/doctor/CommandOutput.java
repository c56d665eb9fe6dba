package org.mtlbench.cli.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs system tools and reads their output. */
final class CommandOutput {
  private static final long SECONDS = 10;

  private CommandOutput() {}

  /**
   * The lines of standard output; empty if the tool is missing, fails or exceeds the time limit.
   */
  static Optional<List<String>> lines(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      try (BufferedReader out = process.inputReader()) {
        List<String> lines = out.lines().toList();
        return process.exitValue() == 0 ? Optional.of(lines) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The first line of standard output. */
  static Optional<String> firstLine(String... command) {
    return lines(command).flatMap(lines -> lines.stream().findFirst()).map(String::strip);
  }
}
