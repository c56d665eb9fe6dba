package org.mtlbench.api.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a plugin says of itself.
 *
 * @param id the name users write in a matrix file: lower case letters, digits and single hyphens
 * @param title the name in tables
 * @param citation the publication it follows; empty if there is none
 * @param traits what it needs or offers, one short phrase each
 * @param role the part of a method in comparisons; {@link Role#NONE} for most plugins
 * @param preferenceKey key of the config that holds a method's preference vector, a list of
 *     numbers; empty if there is none
 */
public record Descriptor(
    String id,
    String title,
    String citation,
    List<String> traits,
    Role role,
    Optional<String> preferenceKey) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** The part of a method in comparisons of methods. */
  public enum Role {
    /** No special part. */
    NONE,
    /** One network per task; what Delta_m compares with. */
    SINGLE_TASK_BASELINE,
    /** Minimises a fixed weighting of the losses; charts join its rows to a sweep. */
    SCALARISATION
  }

  public Descriptor {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(preferenceKey, "preferenceKey");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "plugin id: found '" + id + "', expected lower case letters, digits and single hyphens");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("plugin " + id + ": the title must not be blank");
    }
    traits = List.copyOf(traits);
  }

  /** A plugin without role and preference vector. */
  public Descriptor(String id, String title, String citation, List<String> traits) {
    this(id, title, citation, traits, Role.NONE, Optional.empty());
  }

  /** The same with a role. */
  public Descriptor withRole(Role other) {
    return new Descriptor(id, title, citation, traits, other, preferenceKey);
  }

  /** The same with the config key of a preference vector. */
  public Descriptor withPreference(String key) {
    return new Descriptor(id, title, citation, traits, role, Optional.of(key));
  }
}
