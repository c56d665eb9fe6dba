package org.mtlbench.results.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * Metadata of a method for reports.
 *
 * @param title name in tables
 * @param role role in comparisons; absent if it has none
 * @param preferenceKey config key of the preference vector, a list of numbers; absent if there is
 *     none
 */
public record MethodRecord(
    String title, Optional<MethodRole> role, Optional<String> preferenceKey) {
  /** Checks for null. */
  public MethodRecord {
    Check.text("method.title", title);
    Objects.requireNonNull(role, "method.role");
    Objects.requireNonNull(preferenceKey, "method.preference-key")
        .ifPresent(key -> Check.text("method.preference-key", key));
  }

  /** A method without role and preference vector. */
  public static MethodRecord plain(String title) {
    return new MethodRecord(title, Optional.empty(), Optional.empty());
  }

  /** Whether the method has a role. */
  public boolean has(MethodRole wanted) {
    return role.filter(found -> found == wanted).isPresent();
  }
}
