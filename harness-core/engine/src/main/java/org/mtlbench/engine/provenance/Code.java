package org.mtlbench.engine.provenance;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The class file of a class, which is not loaded.
 *
 * @param name name of the class, as in {@link Class#getName}
 * @param loader class loader that finds its file, and those of classes it references
 */
public record Code(String name, ClassLoader loader) {
  /** The code of a loaded class. */
  public static Code of(Class<?> type) {
    return new Code(type.getName(), type.getClassLoader());
  }

  /** The jar or folder of class files that contains it; empty if it is not in a file. */
  public Optional<Path> archive() {
    URL url = loader.getResource(internalName() + ".class");
    return url == null ? Optional.empty() : archive(url, internalName());
  }

  String internalName() {
    return name.replace('.', '/');
  }

  /** The jar or folder that contains a class file. */
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

  /** The file of a URL; class loaders may have URLs of other kinds. */
  private static Optional<Path> file(URL url) {
    try {
      return Optional.of(Path.of(url.toURI()));
    } catch (URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
