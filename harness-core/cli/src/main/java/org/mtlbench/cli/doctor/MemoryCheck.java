package org.mtlbench.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.cli.text.Formatting;

/** Checks that the memory suffices for the workers of all slots. */
final class MemoryCheck {
  private static final long GIB = 1L << 30;

  /** Memory per worker; a worker of the largest preset needs 0.7 GiB. */
  private static final long PER_SLOT = GIB;

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

  private MemoryCheck() {}

  /** Total memory of the machine or container in bytes. */
  static long total() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** Available memory in bytes; empty if the system does not report it. */
  static OptionalLong free() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        Matcher match = AVAILABLE.matcher(line);
        if (match.matches()) {
          return OptionalLong.of(1024 * Long.parseLong(match.group(1)));
        }
      }
      return OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Checks the memory for a number of slots. */
  static Finding of(int slots, long total, OptionalLong free) {
    long usable = Math.min(total, free.orElse(total));
    long needed = slots * PER_SLOT;
    String found =
        "memory: "
            + Formatting.gibibytes(total)
            + ", "
            + Formatting.gibibytes(usable)
            + " of it free; "
            + Formatting.count(slots, "slot")
            + " may take "
            + Formatting.gibibytes(needed);
    long fitting = Math.max(1, usable / PER_SLOT);
    return Finding.of(
        usable >= needed,
        found,
        fitting < slots
            ? "use --slots " + fitting + " or fewer, or end other programs"
            : "end other programs, or use a machine with more memory");
  }
}
