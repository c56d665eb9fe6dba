package org.mtlbench.engine.provenance;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The content of a jar, or of a folder of class files, at one point in time. A resource belongs to
 * the nearest enclosing package that has classes, or to the empty package; {@code META-INF} is
 * ignored.
 */
final class CodeArchive {
  private static final String CLASS = ".class";

  private final NavigableMap<String, byte[]> classes = new TreeMap<>();
  private final Map<String, ClassFile> parsed = new HashMap<>();
  private final SortedMap<String, String> resources = new TreeMap<>();
  private final Map<String, SortedMap<String, String>> byPackage = new HashMap<>();

  private CodeArchive() {}

  /** Reads a jar or a folder. */
  static CodeArchive read(Path place) throws IOException {
    CodeArchive archive = new CodeArchive();
    if (Files.isDirectory(place)) {
      archive.readFolder(place);
    } else {
      archive.readJar(place);
    }
    archive.resources.forEach(
        (name, checksum) ->
            archive
                .byPackage
                .computeIfAbsent(archive.owner(name), owner -> new TreeMap<>())
                .put(name, checksum));
    return archive;
  }

  /**
   * The class file of a class in this archive. A file that cannot be parsed, since it is damaged or
   * of a newer Java version, counts with all its bytes and as referencing all classes here.
   */
  ClassFile classFile(String internalName) {
    return parsed.computeIfAbsent(internalName, this::parse);
  }

  private ClassFile parse(String internalName) {
    byte[] bytes = classes.get(internalName);
    try {
      return ClassFile.parse(bytes);
    } catch (RuntimeException e) {
      return new ClassFile(
          Hashing.sha256().hashBytes(bytes).toString(), new TreeSet<>(classes.keySet()), false);
    }
  }

  /** Internal names of the classes of a package, without those of subpackages. */
  List<String> classesOf(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + "/";
    return classes.tailMap(prefix, true).keySet().stream()
        .takeWhile(name -> name.startsWith(prefix))
        .filter(name -> packageOf(name).equals(packageName))
        .toList();
  }

  /** SHA-256 of each resource of a package. */
  SortedMap<String, String> resourcesOf(String packageName) {
    return byPackage.getOrDefault(packageName, new TreeMap<>());
  }

  /** The package of a class or resource, with slashes. */
  static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private void readFolder(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          add(folder.relativize(file).toString().replace('\\', '/'), in);
        }
      }
    }
  }

  private void readJar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            add(entry.getName(), in);
          }
        }
      }
    }
  }

  private void add(String name, InputStream content) throws IOException {
    if (name.startsWith("META-INF/")) {
      return;
    }
    if (name.endsWith(CLASS)) {
      classes.put(name.substring(0, name.length() - CLASS.length()), content.readAllBytes());
    } else {
      // resources may be large
      HashingInputStream hashed = new HashingInputStream(Hashing.sha256(), content);
      ByteStreams.exhaust(hashed);
      resources.put(name, hashed.hash().toString());
    }
  }

  private String owner(String resource) {
    String owner = packageOf(resource);
    while (!owner.isEmpty() && classesOf(owner).isEmpty()) {
      owner = packageOf(owner);
    }
    return owner;
  }
}
