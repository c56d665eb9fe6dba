package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command in a separate process. */
final class Command {
  private Command() {}

  /**
   * Runs a command with the Java installation of this process and returns its output; it must
   * succeed.
   */
  static String run(Path place, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process =
          builder
              .directory(place.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        assertThat(process.waitFor(8, TimeUnit.MINUTES)).as("whether %s ends", command).isTrue();
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(output);
      assertThat(process.exitValue()).as("%s: %s", command, printed).isZero();
      return printed;
    } finally {
      Files.delete(output);
    }
  }
}
