package org.mtlbench.engine.provenance;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The code of a class, as a file. The class is not loaded.
 *
 * @param name of the class, as {@link Class#getName} gives it
 * @param loader finds its file, and those of the classes that it mentions
 */
public record Code(String name, ClassLoader loader) {
  /** The code of a class that is loaded. */
  public static Code of(Class<?> type) {
    return new Code(type.getName(), type.getClassLoader());
  }

  /** The jar, or the folder of class files, that it lies in; empty if it comes from no file. */
  public Optional<Path> archive() {
    URL url = loader.getResource(internalName() + ".class");
    return url == null ? Optional.empty() : archive(url, internalName());
  }

  String internalName() {
    return name.replace('.', '/');
  }

  /** The jar or folder that a class file lies in. */
  static Optional<Path> archive(URL url, String internalName) {
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return file(jar.getJarFileURL());
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return file(url)
        .map(
            path ->
                path.getRoot().resolve(path.subpath(0, path.getNameCount() - depth(internalName))));
  }

  private static int depth(String name) {
    return (int) name.chars().filter(c -> c == '/').count() + 1;
  }

  /** A class loader may name places that are no files. */
  private static Optional<Path> file(URL url) {
    try {
      return Optional.of(Path.of(url.toURI()));
    } catch (URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
