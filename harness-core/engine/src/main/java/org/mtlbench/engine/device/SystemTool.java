package org.mtlbench.engine.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs system tools and reads their output. */
public final class SystemTool {
  private static final long SECONDS = 10;

  private SystemTool() {}

  /**
   * The lines of standard output, for short outputs; empty if the tool is missing, fails or exceeds
   * the time limit of 10 seconds.
   */
  public static Optional<List<String>> lines(String... command) {
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
}
