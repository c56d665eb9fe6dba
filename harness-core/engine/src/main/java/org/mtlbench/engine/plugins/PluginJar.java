package org.mtlbench.engine.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.plugin.ApiVersion;
import org.mtlbench.api.plugin.Bundle;

/**
 * A jar of plugins.
 *
 * @param path the jar
 * @param title the implementation title of its manifest; its file name if there is none
 * @param version the implementation version; {@code unversioned} if there is none
 * @param api the version of the plugin API against which it was built, according to its manifest;
 *     empty if the manifest has none
 */
record PluginJar(Path path, String title, String version, Optional<String> api) {
  private static final String SERVICES = "META-INF/services/" + Bundle.class.getName();
  private static final String SERVICES_1 = "META-INF/services/org.mtlbench.spi.plugin.Bundle";
  private static final String MANIFEST_KEY_1 = "Mtlbench-Spi-Version";

  /**
   * The jars of a folder, by name.
   *
   * @throws InvalidConfigException if there is no such folder
   */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidConfigException("--plugins", folder.toString(), "a folder with jars in it");
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jar -> jars.add(jar.toAbsolutePath().normalize()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder of plugins " + folder, e);
    }
    Collections.sort(jars);
    return jars;
  }

  /**
   * Reads a jar's manifest.
   *
   * @throws IOException if it is not a jar, or a jar without plugins
   */
  static PluginJar read(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      boolean version1 = jar.getEntry(SERVICES_1) != null;
      if (jar.getEntry(SERVICES) == null && !version1) {
        throw new IOException("it has no " + SERVICES + ", which names its bundles");
      }
      Attributes main = main(jar);
      String title = main.getValue(Attributes.Name.IMPLEMENTATION_TITLE);
      String version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return new PluginJar(
          path,
          title == null ? name(path) : title,
          version == null ? "unversioned" : version,
          api(main, version1));
    }
  }

  private static Optional<String> api(Attributes main, boolean version1) {
    String api = main.getValue(version1 ? MANIFEST_KEY_1 : ApiVersion.MANIFEST_KEY);
    return Optional.ofNullable(api == null && version1 ? "1.0" : api);
  }

  private static Attributes main(JarFile jar) throws IOException {
    var entry = jar.getEntry(JarFile.MANIFEST_NAME);
    if (entry == null) {
      return new Attributes();
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new Manifest(in).getMainAttributes();
    }
  }

  /** Why the jar cannot be used with this API version; empty if it can, or has no version. */
  Optional<String> misfit() {
    if (api.isEmpty()) {
      return Optional.empty();
    }
    try {
      ApiVersion built = ApiVersion.parse(api.get());
      return ApiVersion.CURRENT.accepts(built)
          ? Optional.empty()
          : Optional.of(
              "built against version "
                  + api.get()
                  + " of the plugin contract, this program has "
                  + ApiVersion.CURRENT
                  + (built.major() == 1 ? "; docs/migration.md describes how to update it" : ""));
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  Origin origin() {
    return new Origin(title, version, name(path));
  }

  static String name(Path jar) {
    return String.valueOf(jar.getFileName());
  }
}
