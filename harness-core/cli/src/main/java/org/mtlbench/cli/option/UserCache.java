package org.mtlbench.cli.option;

import java.nio.file.Path;

/** The folder of this program among the user's caches. */
public final class UserCache {
  private UserCache() {}

  /** {@code $XDG_CACHE_HOME/mtlbench}, or {@code ~/.cache/mtlbench}; need not exist. */
  public static Path folder() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path caches =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return caches.resolve("mtlbench").toAbsolutePath();
  }
}
