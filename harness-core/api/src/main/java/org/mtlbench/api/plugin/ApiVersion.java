package org.mtlbench.api.plugin;

/**
 * The version of the plugin contract. A jar of plugins states in its manifest which one it was
 * built against ({@value #MANIFEST_KEY}); a jar of another major version is not loaded.
 *
 * @param major raised when plugins have to be changed or recompiled
 * @param minor raised when something was added
 */
public record ApiVersion(int major, int minor) {
  /** The version of this contract. */
  public static final ApiVersion CURRENT = new ApiVersion(2, 0);

  /** The manifest's attribute, with a value such as {@code 1.0}. */
  public static final String MANIFEST_KEY = "Mtlbench-Api-Version";

  /**
   * Reads a version.
   *
   * @param text two whole numbers with a dot in between; whatever follows the second is ignored
   * @throws IllegalArgumentException if it does not begin like this
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
