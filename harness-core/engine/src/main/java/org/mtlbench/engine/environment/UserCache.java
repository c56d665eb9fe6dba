package org.mtlbench.engine.environment;

import java.nio.file.Path;

/** This program's folder among the user's caches; nothing here need exist. */
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

  /** Where source files of datasets are: {@code $MTLBENCH_DATA}, else a folder of the cache. */
  public static Path data() {
    String named = System.getenv(VARIABLE);
    return named == null || named.isBlank() ? folder().resolve("data") : Path.of(named);
  }

  /** Where arrays that are derived from source files are kept. */
  public static Path arrays() {
    return folder().resolve("arrays");
  }
}
