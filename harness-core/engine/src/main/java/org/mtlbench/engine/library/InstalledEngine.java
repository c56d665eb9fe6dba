package org.mtlbench.engine.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.json.ResultsJson;

/**
 * A set of the tensor engine with CUDA in a folder: {@code jars} with DJL and its native interface,
 * {@code lib} with the native libraries unless they are those of a linked PyTorch, {@code cuda}
 * with what DJL and PyTorch load by name, and {@code engine.json}.
 */
public final class InstalledEngine {
  static final String JARS = "jars";
  static final String LIBRARIES = "lib";
  static final String RUNTIME = "cuda";

  /** The program's own jars in whose place those of a set are used. */
  private static final Pattern REPLACED =
      Pattern.compile("(?:api|pytorch-engine|pytorch-jni|pytorch-native-\\w+)-\\d.*\\.jar");

  private final Path folder;
  private final EngineManifest manifest;
  private final EngineRelease release;

  private InstalledEngine(Path folder, EngineManifest manifest, EngineRelease release) {
    this.folder = folder;
    this.manifest = manifest;
    this.release = release;
  }

  /**
   * Reads a set's manifest; files are not checked.
   *
   * @throws HarnessException if the folder holds no set, or one of another version of mtlbench
   */
  public static InstalledEngine read(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path file = absolute.resolve(EngineManifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw unusable(absolute, "it has no " + EngineManifest.FILE);
    }
    try {
      EngineManifest manifest =
          new ResultsJson()
              .bind(
                  file.toString(),
                  new ResultsJson().readTree(file.toString(), Files.readAllBytes(file)),
                  EngineManifest.class);
      EngineRelease release =
          EngineRelease.of(manifest.version())
              .filter(known -> manifest.schema() == EngineManifest.SCHEMA)
              .orElseThrow(
                  () -> unusable(absolute, "it is of another version of mtlbench: " + manifest));
      return new InstalledEngine(absolute, manifest, release);
    } catch (IOException e) {
      throw unusable(absolute, e.getMessage());
    }
  }

  /** The sets in a folder that can be read, those of later releases first. */
  public static List<InstalledEngine> in(Path engines) {
    List<InstalledEngine> found = new ArrayList<>();
    for (EngineRelease release : EngineRelease.values()) {
      readable(engines.resolve(release.folder())).ifPresent(engine -> found.add(0, engine));
    }
    return found;
  }

  private static Optional<InstalledEngine> readable(Path folder) {
    try {
      return Optional.of(read(folder));
    } catch (HarnessException e) {
      // The next installation replaces it; 'doctor' reports that no set is installed.
      return Optional.empty();
    }
  }

  private static HarnessException unusable(Path folder, String why) {
    return new HarnessException(
        ErrorCategory.DEVICE,
        "the engine set " + folder + " cannot be used: " + why,
        "Install a set with: mtlbench gpu install");
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The release. */
  public EngineRelease release() {
    return release;
  }

  /** Where the set came from. */
  public String source() {
    return manifest.source();
  }

  /** For messages: {@code PyTorch 2.5.1+cu124 (DJL 0.33.0)}. */
  public String title() {
    return "PyTorch " + release.version() + " (DJL " + release.djl() + ")";
  }

  /** The first file that is missing or has another size than when the set was installed. */
  public Optional<String> damage() {
    return manifest.files().entrySet().stream()
        .filter(entry -> size(entry.getKey()) != entry.getValue().size())
        .map(entry -> resolve(entry.getKey()) + " is missing or has changed")
        .findFirst();
  }

  /** As {@link #damage}, with checksums: reads every file, some gigabytes. */
  public Optional<String> damageByChecksum() throws IOException {
    Optional<String> damage = damage();
    for (Map.Entry<String, EngineManifest.Content> entry : manifest.files().entrySet()) {
      if (damage.isEmpty()
          && !Checksum.of(resolve(entry.getKey())).equals(entry.getValue().sha256())) {
        damage = Optional.of(resolve(entry.getKey()) + " has another checksum");
      }
    }
    return damage;
  }

  /** The size of all files in bytes. */
  public long bytes() {
    return manifest.files().values().stream().mapToLong(EngineManifest.Content::size).sum();
  }

  private long size(String file) {
    try {
      return Files.size(resolve(file));
    } catch (IOException e) {
      return -1;
    }
  }

  private Path resolve(String file) {
    return folder.resolve(file);
  }

  /**
   * The class path with this set: its jars before the program's, without those that they replace.
   *
   * @param program folder of the program's jars
   */
  public String classPath(Path program) throws IOException {
    List<String> entries = new ArrayList<>();
    for (Path folderOfJars : List.of(folder.resolve(JARS), program)) {
      try (Stream<Path> jars = Files.list(folderOfJars)) {
        jars.filter(jar -> jar.toString().endsWith(".jar"))
            .filter(jar -> !folderOfJars.equals(program) || !isReplaced(jar))
            .sorted()
            .forEach(jar -> entries.add(jar.toString()));
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  /** Whether a jar of the program is replaced by the jars of a set. */
  static boolean isReplaced(Path jar) {
    return REPLACED.matcher(String.valueOf(jar.getFileName())).matches();
  }

  /**
   * The environment variables of a process that uses this set and of its workers.
   *
   * @param inherited the environment variables so far
   */
  public Map<String, String> environment(Map<String, String> inherited) {
    Path libraries = resolve(manifest.libraries());
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PYTORCH_LIBRARY_PATH", libraries.toString());
    variables.put("PYTORCH_VERSION", release.torch());
    variables.put("PYTORCH_FLAVOR", manifest.flavor());
    String earlier = inherited.getOrDefault("LD_LIBRARY_PATH", "");
    variables.put(
        "LD_LIBRARY_PATH",
        libraries + ":" + folder.resolve(RUNTIME) + (earlier.isBlank() ? "" : ":" + earlier));
    if (!inherited.containsKey("CUDA_DEVICE_ORDER")) {
      // GPU N of the program is GPU N of nvidia-smi
      variables.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    }
    return variables;
  }
}
