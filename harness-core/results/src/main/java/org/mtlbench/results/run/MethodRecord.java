package org.mtlbench.results.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * A method as reports need to know it.
 *
 * @param title the name in tables
 * @param role its part in comparisons; absent if it has none
 * @param preferenceKey key of its configuration that holds a preference vector, a list of numbers;
 *     absent if there is none
 */
public record MethodRecord(
    String title, Optional<MethodRole> role, Optional<String> preferenceKey) {
  /** Checks presence. */
  public MethodRecord {
    Check.text("method.title", title);
    Objects.requireNonNull(role, "method.role");
    Objects.requireNonNull(preferenceKey, "method.preference-key")
        .ifPresent(key -> Check.text("method.preference-key", key));
  }

  /** A method without role and preference. */
  public static MethodRecord plain(String title) {
    return new MethodRecord(title, Optional.empty(), Optional.empty());
  }

  /** Whether it plays a part. */
  public boolean has(MethodRole wanted) {
    return role.filter(found -> found == wanted).isPresent();
  }
}
