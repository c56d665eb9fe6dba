package org.mtlbench.engine.plugins;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bundle, or a whole jar of them, that was found but cannot be used.
 *
 * @param bundle its class, or what the service loader says of it if there is no class, or the jar
 * @param origin title, version and jar it comes from, or the jar's name
 * @param reason one line
 * @param provides the plugins it would have provided, for example {@code method 'ls'}; empty if
 *     that could not be found out
 */
public record BrokenBundle(String bundle, String origin, String reason, List<String> provides) {
  public BrokenBundle {
    provides = List.copyOf(provides);
  }

  /** Where it comes from and why it cannot be used, in one line. */
  public String sentence() {
    return origin + ": " + reason;
  }

  /**
   * What may stand behind an id that no usable plugin has: the bundles that would have provided it,
   * or, if none is known to, those of which nobody knows what they would have provided.
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
