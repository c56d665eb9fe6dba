package org.mtlbench.engine.environment;

import java.nio.file.Path;

/** The program's folder in the user's cache; the folders need not exist. */
public final class UserCache {
  private static final String VARIABLE = "MTLBENCH_DATA";

  private UserCache() {}

  /** {@code $XDG_CACHE_HOME/mtlbench}, or {@code ~/.cache/mtlbench}. */
  private static Path folder() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path caches =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return caches.resolve("mtlbench").toAbsolutePath();
  }

  /**
   * The folder of the datasets' source files: {@code $MTLBENCH_DATA}, otherwise a folder in the
   * cache.
   */
  public static Path data() {
    String named = System.getenv(VARIABLE);
    return named == null || named.isBlank() ? folder().resolve("data") : Path.of(named);
  }

  /** The folder of logs that belong to no run. */
  public static Path logs() {
    return folder().resolve("logs");
  }

  /** The folder of the installed engine sets for GPUs; the launcher script looks for it too. */
  public static Path engines() {
    return folder().resolve("engines");
  }

  /** The folder of arrays derived from source files. */
  public static Path arrays() {
    return folder().resolve("arrays");
  }
}
