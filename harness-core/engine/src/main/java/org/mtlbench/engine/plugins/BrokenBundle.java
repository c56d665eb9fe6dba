package org.mtlbench.engine.plugins;

import java.util.List;

/**
 * A bundle, or a whole jar of them, that was found but cannot be used.
 *
 * @param bundle its class, or what the service loader says of it if there is no class, or the jar
 * @param origin title, version and jar it comes from; {@code unknown} if it cannot be determined
 * @param reason one line
 * @param provides the plugins it would have provided, for example {@code method 'ls'}; empty if
 *     that could not be found out
 */
public record BrokenBundle(String bundle, String origin, String reason, List<String> provides) {
  public BrokenBundle {
    provides = List.copyOf(provides);
  }

  /** What it is and why it cannot be used, in one line. */
  public String sentence() {
    return bundle + " of " + origin + ": " + reason;
  }
}
