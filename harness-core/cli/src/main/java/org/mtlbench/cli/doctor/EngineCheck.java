package org.mtlbench.cli.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.engine.environment.Machine;

/** Whether the tensor engine and its native libraries load. */
final class EngineCheck {
  private static final Pattern C_LIBRARY = Pattern.compile("version `?(GLIBC(?:XX)?_[\\d.]+)'?");

  private EngineCheck() {}

  static List<Finding> findings() {
    try {
      return List.of(
          Finding.ok("engine " + Machine.engine()),
          Finding.ok("native libraries in " + Machine.libraryFolder()));
    } catch (RuntimeException | LinkageError e) {
      // Whatever keeps the engine from loading is what the user came to hear.
      return List.of(failed(e, CommandOutput.firstLine("getconf", "GNU_LIBC_VERSION")));
    }
  }

  /**
   * The finding about an engine that does not load.
   *
   * @param libc the system's C library, where known
   */
  static Finding failed(Throwable thrown, Optional<String> libc) {
    String all = messages(thrown);
    String found = "the tensor engine does not load: " + all;
    Matcher missing = C_LIBRARY.matcher(all);
    if (missing.find()) {
      return Finding.trouble(
          found,
          "this system has "
              + libc.orElse("another C library")
              + " and the engine needs "
              + missing.group(1)
              + ": run in a container or on a system of 2019 or later (Debian 11, Ubuntu 20.04,"
              + " RHEL 9), or set PYTORCH_LIBRARY_PATH to a PyTorch of the same version that"
              + " was built for this one");
    }
    if (all.contains("No space left")) {
      return Finding.trouble(
          found, "the libraries need 0.5 GiB in " + Machine.engineFolder() + ": make room there");
    }
    if (all.contains("failed to map segment") || all.contains("Operation not permitted")) {
      return Finding.trouble(
          found,
          "no program may be run from "
              + Machine.engineFolder()
              + ": set DJL_CACHE_DIR to a folder that is not mounted noexec");
    }
    if (all.contains("No deep learning engine found")) {
      return Finding.trouble(
          found, "the engine's jar is missing: rebuild the program on this machine");
    }
    return Finding.trouble(
        found,
        "remove "
            + Machine.engineFolder()
            + " so that the libraries are unpacked again; on a machine of another kind than the"
            + " build's, build the program there");
  }

  private static String messages(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      all.append(all.isEmpty() ? "" : ": ").append(cause.getMessage());
    }
    return all.toString().replaceAll("\\s*\\R\\s*", " ");
  }
}
