package org.mtlbench.engine.provenance;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The code that a class may run: its package, and whatever the classes of it mention, transitively,
 * each with the resources of its package. Classes of some archives count by content, those of other
 * libraries by the name of their jar, those of Java by its feature version. Bundles are left out,
 * since they mention plugins that are independent of each other. What is found by reflection alone
 * is not followed. Each archive is read once, so that a change on disk is not seen afterwards.
 */
public final class CodeClosures {
  private static final Origin JAVA =
      new Origin("Java " + Runtime.version().feature(), Optional.empty());

  private final Set<Path> counted;
  private final Map<Path, CodeArchive> archives = new HashMap<>();
  private final Map<ClassLoader, Map<String, Origin>> origins = new HashMap<>();
  private final Map<Code, String> checksums = new HashMap<>();

  /** A library by its name, or a file whose content counts. */
  private record Origin(String library, Optional<Path> archive) {}

  /**
   * Closures with archives that count by content.
   *
   * @param archives jars and folders of class files
   */
  CodeClosures(Set<Path> archives) {
    this.counted = Set.copyOf(archives);
  }

  /**
   * Closures in which the archives of some classes count by content.
   *
   * @param classes at least one of each jar, or folder of class files, that counts
   */
  public static CodeClosures of(Collection<Code> classes) {
    return new CodeClosures(
        classes.stream().flatMap(code -> code.archive().stream()).collect(Collectors.toSet()));
  }

  /** SHA-256 over the closure of a class, in lower-case hex. */
  public String checksum(Code root) {
    return checksums.computeIfAbsent(
        root,
        code -> {
          Hasher hasher = Hashing.sha256().newHasher();
          closure(code.internalName(), code.loader())
              .forEach(
                  (name, sum) -> hasher.putString(name + ' ' + sum + '\n', StandardCharsets.UTF_8));
          return hasher.hash().toString();
        });
  }

  /**
   * The closure of a class.
   *
   * @param root internal name
   * @param loader finds the class and those it mentions
   * @return from classes and resources to their SHA-256; libraries have none
   */
  SortedMap<String, String> closure(String root, ClassLoader loader) {
    Map<String, Origin> known = origins.computeIfAbsent(loader, l -> new HashMap<>());
    SortedMap<String, String> closure = new TreeMap<>();
    Set<String> seen = new HashSet<>(Set.of(root));
    Deque<String> open = new ArrayDeque<>(seen);
    origin(root, loader)
        .archive()
        .map(path -> archive(path).classesOf(CodeArchive.packageOf(root)))
        .ifPresent(open::addAll);
    seen.addAll(open);
    while (!open.isEmpty()) {
      String name = open.remove();
      Origin origin = known.computeIfAbsent(name, n -> origin(n, loader));
      if (origin.archive().isEmpty()) {
        closure.put(origin.library(), "");
        continue;
      }
      CodeArchive archive = archive(origin.archive().get());
      ClassFile file = archive.classFile(name);
      if (!file.bundle()) {
        closure.put(name, file.checksum());
        closure.putAll(archive.resourcesOf(CodeArchive.packageOf(name)));
        closure.putAll(archive.resourcesOf(""));
        file.references().stream().filter(seen::add).forEach(open::add);
      }
    }
    return closure;
  }

  private CodeArchive archive(Path path) {
    return archives.computeIfAbsent(
        path,
        p -> {
          try {
            return CodeArchive.read(p);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own code", e);
          }
        });
  }

  private Origin origin(String name, ClassLoader loader) {
    // most names are those of the Java library, and a look-up takes microseconds
    if (name.startsWith("java/")) {
      return JAVA;
    }
    URL url = loader.getResource(name + ".class");
    if (url == null) {
      return new Origin("missing " + name, Optional.empty());
    }
    if (url.getProtocol().equals("jrt")) {
      return JAVA;
    }
    Optional<Path> place = Code.archive(url, name);
    return new Origin(
        place.map(Path::getFileName).map(Path::toString).orElse("unknown"),
        place.filter(counted::contains));
  }
}
