package org.mtlbench.api.plugin;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plugin metadata.
 *
 * @param id name used in matrix files: lower-case letters, digits and single hyphens
 * @param title name in tables
 * @param citation the publication; empty if there is none
 * @param traits properties and requirements, one short phrase each
 * @param role role of a method in comparisons; {@link Role#NONE} for most plugins
 * @param preferenceKey config key of a method's preference vector, a list of numbers; empty if
 *     there is none
 * @param link address of the publication; empty if there is none
 */
public record Descriptor(
    String id,
    String title,
    String citation,
    List<String> traits,
    Role role,
    Optional<String> preferenceKey,
    Optional<URI> link) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** The role of a method in comparisons. */
  public enum Role {
    /** No special role. */
    NONE,
    /** One network per task: the reference of Delta_m. */
    SINGLE_TASK_BASELINE,
    /** Minimises a fixed weighted sum of the losses; charts connect its rows as a sweep. */
    SCALARISATION
  }

  public Descriptor {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(preferenceKey, "preferenceKey");
    Objects.requireNonNull(link, "link");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "plugin id: found '" + id + "', expected lower case letters, digits and single hyphens");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("plugin " + id + ": the title must not be blank");
    }
    traits = List.copyOf(traits);
  }

  /** A plugin without role, preference vector and link. */
  public Descriptor(String id, String title, String citation, List<String> traits) {
    this(id, title, citation, traits, Role.NONE, Optional.empty(), Optional.empty());
  }

  /** A copy with a role. */
  public Descriptor withRole(Role other) {
    return new Descriptor(id, title, citation, traits, other, preferenceKey, link);
  }

  /** A copy with the config key of a preference vector. */
  public Descriptor withPreference(String key) {
    return new Descriptor(id, title, citation, traits, role, Optional.of(key), link);
  }

  /**
   * A copy with the address of the publication.
   *
   * @param address for example {@code https://arxiv.org/abs/1810.04650}
   */
  public Descriptor withLink(String address) {
    return new Descriptor(
        id, title, citation, traits, role, preferenceKey, Optional.of(URI.create(address)));
  }
}
