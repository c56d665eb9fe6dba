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
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.plugin.ApiVersion;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.results.folder.PlainFile;

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

  /** The maximum size of the content of a jar, whatever its directory claims. */
  private static final long MAX_BYTES = 1L << 30;

  /** The maximum size of a manifest and of a class; Java ignores jars with a larger manifest. */
  private static final long MAX_ENTRY_BYTES = 16L << 20;

  private static final int BUFFER = 1 << 16;

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
   * @throws IOException if it is not a jar, a jar without plugins, or one whose content is larger
   *     than 1 GiB
   */
  static PluginJar read(Path path) throws IOException {
    return read(path, MAX_BYTES);
  }

  static PluginJar read(Path path, long maxBytes) throws IOException {
    // opening a pipe would block
    PlainFile.check(path, maxBytes);
    try (JarFile jar = new JarFile(path.toFile())) {
      checkContent(jar, maxBytes);
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

  /** Unpacks everything once, since the sizes in a jar's directory may be wrong. */
  private static void checkContent(JarFile jar, long maxBytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (JarEntry entry : Collections.list(jar.entries())) {
      boolean held =
          entry.getName().endsWith(".class") || entry.getName().equals(JarFile.MANIFEST_NAME);
      long size = 0;
      try (InputStream in = jar.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          size += read;
          total += read;
          if (held && size > MAX_ENTRY_BYTES) {
            throw new IOException(
                entry.getName() + " unpacks to more than " + PlainFile.size(MAX_ENTRY_BYTES));
          }
          if (total > maxBytes) {
            throw new IOException("it unpacks to more than " + PlainFile.size(maxBytes));
          }
        }
      }
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
