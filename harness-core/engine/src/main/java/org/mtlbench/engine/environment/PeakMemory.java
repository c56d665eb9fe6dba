package org.mtlbench.engine.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The largest resident memory of a process, including native memory, as reported by Linux. */
public final class PeakMemory {
  private static final Pattern LINE = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private PeakMemory() {}

  /** The peak memory of this process in bytes; empty if the system does not report it. */
  public static Optional<Long> ofThisProcess() {
    try {
      return parse(Files.readAllLines(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Parses the lines of a status file; in bytes. */
  static Optional<Long> parse(List<String> status) {
    for (String line : status) {
      Matcher match = LINE.matcher(line);
      if (match.matches()) {
        return Optional.of(Long.parseLong(match.group(1)) * 1024);
      }
    }
    return Optional.empty();
  }
}
