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
 * Computes the closure of a class: its package and all classes referenced transitively, each with
 * the resources of its package. Classes of given archives are identified by content, those of other
 * libraries by the name of their jar, those of Java by its feature version. Bundles are excluded,
 * since they reference independent plugins. Reflection is not followed. Each archive is read once,
 * so later changes on disk are not detected.
 */
public final class CodeClosures {
  private static final Origin JAVA =
      new Origin("Java " + Runtime.version().feature(), Optional.empty());

  private final Set<Path> counted;
  private final Map<Path, CodeArchive> archives = new HashMap<>();
  private final Map<ClassLoader, Map<String, Origin>> origins = new HashMap<>();
  private final Map<Code, String> checksums = new HashMap<>();

  /** A library identified by name, or an archive identified by content. */
  private record Origin(String library, Optional<Path> archive) {}

  /**
   * Creates closures in which the given archives are identified by content.
   *
   * @param archives jars and folders of class files
   */
  CodeClosures(Set<Path> archives) {
    this.counted = Set.copyOf(archives);
  }

  /**
   * Creates closures in which the archives of the given classes are identified by content.
   *
   * @param classes at least one class of each such jar or folder of class files
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
   * @param loader class loader that finds the class and those it references
   * @return SHA-256 of each class and resource; empty for libraries
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
    // most names are in the Java library, and a look-up takes microseconds
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
