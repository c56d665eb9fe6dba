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
 * A jar of plugins that was put into a folder.
 *
 * @param path the jar
 * @param title the implementation title of its manifest; its file name if there is none
 * @param version the implementation version; {@code unversioned} if there is none
 * @param api the contract it was built against, as its manifest says; empty if that is silent
 */
record PluginJar(Path path, String title, String version, Optional<String> api) {
  private static final String SERVICES = "META-INF/services/" + Bundle.class.getName();

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
   * @throws IOException if it is no jar, or none of plugins
   */
  static PluginJar read(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      if (jar.getEntry(SERVICES) == null) {
        throw new IOException("it has no " + SERVICES + ", which names its bundles");
      }
      Attributes main = main(jar);
      String title = main.getValue(Attributes.Name.IMPLEMENTATION_TITLE);
      String version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return new PluginJar(
          path,
          title == null ? name(path) : title,
          version == null ? "unversioned" : version,
          Optional.ofNullable(main.getValue(ApiVersion.MANIFEST_KEY)));
    }
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

  /** Why the jar cannot be used with this contract; empty if it can, or does not say. */
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
                  + ApiVersion.CURRENT);
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
