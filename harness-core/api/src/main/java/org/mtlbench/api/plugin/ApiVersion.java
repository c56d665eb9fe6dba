package org.mtlbench.api.plugin;

/**
 * The version of the plugin API. A plugin jar states in its manifest the version against which it
 * was built ({@value #MANIFEST_KEY}); a jar of another major version is not loaded.
 *
 * @param major increased by incompatible changes
 * @param minor increased by additions
 */
public record ApiVersion(int major, int minor) {
  /** The current version. */
  public static final ApiVersion CURRENT = new ApiVersion(2, 0);

  /** The manifest attribute, with a value such as {@code 2.0}. */
  public static final String MANIFEST_KEY = "Mtlbench-Api-Version";

  /**
   * Parses a version.
   *
   * @param text two whole numbers separated by a dot; anything after the second is ignored
   * @throws IllegalArgumentException if it does not start like this
   */
  public static ApiVersion parse(String text) {
    String[] parts = text.strip().split("[.-]", 3);
    try {
      return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          MANIFEST_KEY + ": found '" + text + "', expected a version such as " + CURRENT, e);
    }
  }

  /** Whether plugins built against the other version run with this one. */
  public boolean accepts(ApiVersion other) {
    return major == other.major;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
