package org.mtlbench.engine.library;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.json.ResultsJson;

/**
 * Installs sets. A set is built in a staging folder and renamed when it is complete, so that an
 * incomplete one is never used; partial downloads are kept for the next attempt.
 */
public final class EngineInstaller {
  private static final String STAGING = ".staging-";
  private static final String LINK = "libcudart.so";
  private static final String ON_DEMAND = "libcaffe2_nvrtc.so";
  private static final String DOWNLOADS = ".downloads";

  private final Path engines;

  /**
   * Creates an installer.
   *
   * @param engines folder of the sets; created if missing
   */
  public EngineInstaller(Path engines) {
    this.engines = engines;
  }

  /** The folder of a release's set. */
  public Path folder(EngineRelease release) {
    return engines.resolve(release.folder());
  }

  /** The installed set of a release, if all its files are present. */
  public Optional<InstalledEngine> installed(EngineRelease release) {
    return InstalledEngine.in(engines).stream()
        .filter(engine -> engine.release() == release && engine.damage().isEmpty())
        .findFirst();
  }

  /** The free space in bytes for sets. */
  public long freeBytes() throws IOException {
    Path existing = engines.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    FileStore store = Files.getFileStore(existing);
    return store.getUsableSpace();
  }

  /**
   * Checks the disk.
   *
   * @throws HarnessException if it has too little free space
   */
  public void checkSpace(EngineSource source) throws IOException {
    long free = freeBytes();
    if (free < source.diskBytes()) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          engines
              + ": found "
              + (free >> 20)
              + " MiB of free space, expected at least "
              + (source.diskBytes() >> 20)
              + " MiB",
          "Free space there, or set XDG_CACHE_HOME to a folder on another disk");
    }
  }

  /**
   * Installs a set in place of an earlier one of the same release.
   *
   * @throws HarnessException if the files cannot be had, with the next step
   */
  public InstalledEngine install(EngineSource source, Consumer<String> progress)
      throws IOException, InterruptedException {
    checkSpace(source);
    Files.createDirectories(engines);
    deleteAbandoned();
    Path staging = Files.createDirectory(engines.resolve(STAGING + ProcessHandle.current().pid()));
    Path target = folder(source.release());
    try {
      Path downloads = engines.resolve(DOWNLOADS);
      EngineSource.Staged staged = source.stage(staging, downloads, progress);
      Path libraries = staging.resolve(staged.libraries());
      Files.createDirectories(staging.resolve(InstalledEngine.RUNTIME));
      linkRuntime(staging, libraries);
      separateOnDemand(staging, libraries);
      progress.accept("computing checksums ...");
      EngineManifest manifest =
          new EngineManifest(
              EngineManifest.SCHEMA,
              source.release().version(),
              staged.flavor(),
              source.description(),
              staged.libraries(),
              contents(staging, libraries));
      Files.write(staging.resolve(EngineManifest.FILE), new ResultsJson().toDocument(manifest));
      if (Files.exists(target)) {
        Path old = engines.resolve(STAGING + "old-" + ProcessHandle.current().pid());
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
      }
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      delete(downloads);
    } finally {
      delete(staging);
    }
    return InstalledEngine.read(target);
  }

  /** DJL looks for the CUDA runtime under its name without a version. */
  private static void linkRuntime(Path staging, Path libraries) throws IOException {
    for (Path folder : LocalSource.runtimeFolders(libraries)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          Optional<Path> runtime =
              files
                  .filter(f -> f.getFileName().toString().matches("libcudart[-\\w]*\\.so.*"))
                  .findFirst();
          if (runtime.isPresent()) {
            Path links = staging.resolve(InstalledEngine.RUNTIME);
            Path to = folder.startsWith(staging) ? links.relativize(runtime.get()) : runtime.get();
            Files.createSymbolicLink(links.resolve(LINK), to);
            return;
          }
        }
      }
    }
    throw new HarnessException(
        ErrorCategory.DEVICE,
        "the set has no CUDA runtime (libcudart.so.12) in " + libraries,
        "Use another source, for example: mtlbench gpu install --source maven");
  }

  /**
   * Moves a library that needs the driver's {@code libcuda.so.1} out of the folder whose libraries
   * DJL loads at start; otherwise the set would not load without a driver. PyTorch loads it by name
   * when it compiles a kernel at run time. Linked libraries are not modified.
   */
  private static void separateOnDemand(Path staging, Path libraries) throws IOException {
    Path library = libraries.resolve(ON_DEMAND);
    if (libraries.startsWith(staging) && Files.exists(library)) {
      Files.move(library, staging.resolve(InstalledEngine.RUNTIME).resolve(ON_DEMAND));
    }
  }

  private static Map<String, EngineManifest.Content> contents(Path staging, Path libraries)
      throws IOException {
    Map<String, EngineManifest.Content> contents = new TreeMap<>();
    Path runtime = staging.resolve(InstalledEngine.RUNTIME);
    for (Path folder : List.of(staging.resolve(InstalledEngine.JARS), libraries, runtime)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(EngineInstaller::isContent).sorted().toList()) {
          String name =
              file.startsWith(staging) ? staging.relativize(file).toString() : file.toString();
          contents.put(name, new EngineManifest.Content(Files.size(file), Checksum.of(file)));
        }
      }
    }
    return contents;
  }

  /** Whether a file is listed in the manifest, which the link to the CUDA runtime is not. */
  private static boolean isContent(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().equals(LINK);
  }

  /** Deletes the staging folders of installations whose process has ended. */
  private void deleteAbandoned() throws IOException {
    try (Stream<Path> folders = Files.list(engines)) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        if (name.startsWith(STAGING)) {
          long pid = Long.parseLong(name.replaceAll("\\D", ""));
          if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) {
            delete(folder);
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
