package org.mtlbench.engine.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/**
 * The entries of the program's class path.
 *
 * @param entries jars and folders of classes, in order
 */
record ProgramJars(List<Path> entries) {
  private static final Pattern DJL =
      Pattern.compile("(api|pytorch-engine|pytorch-jni|pytorch-native-[a-z]+\\d*)-(\\d.*)\\.jar");
  private static final Pattern NATIVE = Pattern.compile("pytorch-native-.*\\.jar");

  /** Copies the list. */
  ProgramJars {
    entries = List.copyOf(entries);
  }

  /** The class path of this process. */
  static ProgramJars ofThisProcess() {
    return new ProgramJars(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList());
  }

  /** Whether the program's CPU library is on the class path. */
  boolean bundled() {
    return entries.stream().anyMatch(ProgramJars::isNative);
  }

  /**
   * What is wrong if the jars of DJL, its native interface and PyTorch are not of one version;
   * empty also if the class path has none, as in an application in one jar.
   */
  Optional<String> mixedVersions() {
    Map<String, Set<String>> versions = new TreeMap<>();
    Set<String> djl = new TreeSet<>();
    Set<String> torch = new TreeSet<>();
    for (Path entry : entries) {
      Matcher match = DJL.matcher(String.valueOf(entry.getFileName()));
      if (match.matches()) {
        String name = match.group(1);
        String version = match.group(2);
        versions.computeIfAbsent(name, ignored -> new TreeSet<>()).add(version);
        switch (name) {
          case "pytorch-jni" -> {
            torch.add(version.replaceFirst("-.*", ""));
            djl.add(version.replaceFirst("[^-]*-", ""));
          }
          case "api", "pytorch-engine" -> djl.add(version);
          default -> torch.add(version.replaceFirst("-.*", ""));
        }
      }
    }
    return djl.size() > 1 || torch.size() > 1
        ? Optional.of("the class path has DJL and PyTorch of different versions: " + versions)
        : Optional.empty();
  }

  private static boolean isNative(Path entry) {
    return NATIVE.matcher(String.valueOf(entry.getFileName())).matches();
  }

  /**
   * Copies DJL and its native interface to a set.
   *
   * @throws HarnessException if the program has another version of DJL than the release
   */
  void copyTo(Path staging, EngineRelease release) throws IOException {
    Path jars = Files.createDirectories(staging.resolve(InstalledEngine.JARS));
    List<String> names =
        List.of(
            "api-" + release.djl() + ".jar",
            "pytorch-engine-" + release.djl() + ".jar",
            "pytorch-jni-" + release.torch() + "-" + release.djl() + ".jar");
    for (String name : names) {
      Path jar =
          entries.stream()
              .filter(entry -> entry.endsWith(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new HarnessException(
                          ErrorCategory.DEVICE,
                          "the program has no "
                              + name
                              + ", which PyTorch "
                              + release.version()
                              + " needs",
                          "Install the set from Maven repositories: mtlbench gpu install --source"
                              + " maven"));
      Files.copy(jar, jars.resolve(name));
    }
  }

  /** The class path of a process that uses the jars of a set and no native library of a jar. */
  String classPath(Path set) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> jars = Files.list(set.resolve(InstalledEngine.JARS))) {
      jars.sorted().map(Path::toString).forEach(all::add);
    }
    entries.stream()
        .filter(entry -> !InstalledEngine.isReplaced(entry))
        .map(Path::toString)
        .forEach(all::add);
    return String.join(File.pathSeparator, all);
  }
}
