package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.run.Durations;

/** Whether the clock can be believed, and agrees with the time stamps of files. */
final class ClockCheck {
  /** The program did not exist before. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Some file systems count in steps of two seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  private ClockCheck() {}

  static List<Finding> findings(Path out) {
    List<Finding> findings = new ArrayList<>();
    findings.add(of(Instant.now()));
    Path there = out.toAbsolutePath().normalize();
    while (!Files.isDirectory(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      Instant before = Instant.now();
      Path file = Files.createTempFile(there, ".mtlbench-", ".try");
      Instant stamp = Files.getLastModifiedTime(file).toInstant();
      Files.delete(file);
      findings.add(stamps(there, before, stamp, Instant.now()));
    } catch (IOException e) {
      // A folder that cannot be written is a finding of its own.
      return findings;
    }
    return findings;
  }

  /** The finding about the time of day. */
  static Finding of(Instant now) {
    return Finding.of(
        now.isAfter(EARLIEST) && now.isBefore(LATEST),
        "clock: " + now,
        "set the clock (timedatectl set-ntp true): records and downloads depend on it");
  }

  /** The finding about a file that was made between two looks at the clock. */
  static Finding stamps(Path folder, Instant before, Instant stamp, Instant after) {
    Duration off =
        stamp.isBefore(before)
            ? Duration.between(stamp, before)
            : stamp.isAfter(after) ? Duration.between(after, stamp) : Duration.ZERO;
    return Finding.of(
        off.compareTo(TOLERANCE) <= 0 && !after.isBefore(before),
        "time stamps of files in "
            + folder
            + (off.compareTo(TOLERANCE) <= 0
                ? " agree with the clock"
                : " are " + Durations.text(off) + " off the clock"),
        "set the clocks of this machine and of the file server by the same source (NTP)");
  }
}
