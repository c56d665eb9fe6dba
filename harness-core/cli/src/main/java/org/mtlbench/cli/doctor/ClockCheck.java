package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.environment.Durations;

/** Checks that the clock is plausible and agrees with the time stamps of files. */
final class ClockCheck {
  /** Earlier than any release of the program. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Some file systems have time stamps with a resolution of two seconds. */
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
      // FolderCheck reports a folder that cannot be written.
      return findings;
    }
    return findings;
  }

  /** Checks the date and time. */
  static Finding of(Instant now) {
    return Finding.of(
        now.isAfter(EARLIEST) && now.isBefore(LATEST),
        "clock: " + now,
        "set the clock (timedatectl set-ntp true): records and downloads depend on it");
  }

  /** Checks the time stamp of a file that was created between two readings of the clock. */
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
