package org.mtlbench.api.plugin;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a plugin says of itself.
 *
 * @param id the name users write in a matrix file: lower case letters, digits and single hyphens
 * @param title the name in tables
 * @param citation the publication it follows; empty if there is none
 * @param traits what it needs or offers, one short phrase each
 */
public record Descriptor(String id, String title, String citation, List<String> traits) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Descriptor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "plugin id: found '" + id + "', expected lower case letters, digits and single hyphens");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("plugin " + id + ": the title must not be blank");
    }
    traits = List.copyOf(traits);
  }
}
