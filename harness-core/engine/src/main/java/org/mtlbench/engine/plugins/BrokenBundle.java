package org.mtlbench.engine.plugins;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bundle, or a whole jar, that was found but cannot be used.
 *
 * @param bundle class of the bundle, or the message of the service loader if there is none, or the
 *     jar
 * @param origin title, version and jar it comes from, or the jar's name
 * @param reason one line
 * @param provides the plugins that it would have provided, for example {@code method 'ls'}; empty
 *     if unknown
 */
public record BrokenBundle(String bundle, String origin, String reason, List<String> provides) {
  public BrokenBundle {
    provides = List.copyOf(provides);
  }

  /** Origin and reason in one line. */
  public String sentence() {
    return origin + ": " + reason;
  }

  /**
   * Explains an id without a usable plugin: the bundles that would have provided it or, if none is
   * known, the bundles whose plugins are unknown.
   *
   * @return a phrase with their reasons that ends a message; empty if there are none
   */
  public static String unusable(List<BrokenBundle> broken, PluginKind kind, String id) {
    String reasons = reasons(broken, kind, id);
    return reasons.isEmpty() ? "" : "; not usable: " + reasons;
  }

  /** The sentences of those bundles; empty if there are none. */
  public static String reasons(List<BrokenBundle> broken, PluginKind kind, String id) {
    String claim = kind.named(id);
    List<BrokenBundle> known = broken.stream().filter(b -> b.provides().contains(claim)).toList();
    List<BrokenBundle> suspects =
        known.isEmpty() ? broken.stream().filter(b -> b.provides().isEmpty()).toList() : known;
    return suspects.stream().map(BrokenBundle::sentence).collect(Collectors.joining("; "));
  }
}
