package org.mtlbench.engine.plugins;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * The origin of a plugin.
 *
 * @param title the implementation title of its jar's manifest, or its package if there is none
 * @param version the implementation version; {@code unversioned} if there is none
 * @param jar the file or folder its class was loaded from; {@code unknown} if it cannot be
 *     determined
 */
public record Origin(String title, String version, String jar) {
  /** The origin of a class. */
  static Origin of(Class<?> type) {
    Package home = type.getPackage();
    String title = home.getImplementationTitle();
    String version = home.getImplementationVersion();
    return new Origin(
        title == null ? home.getName() : title,
        version == null ? "unversioned" : version,
        jar(type.getProtectionDomain().getCodeSource()));
  }

  private static String jar(CodeSource source) {
    if (source == null || source.getLocation() == null) {
      return "unknown";
    }
    try {
      return String.valueOf(Path.of(source.getLocation().toURI()).getFileName());
    } catch (URISyntaxException | RuntimeException e) {
      // class loaders may have URLs other than files, which are shown unchanged
      return source.getLocation().toString();
    }
  }

  @Override
  public String toString() {
    return title.equals(jar) ? jar : title + " " + version + " (" + jar + ")";
  }
}
