package org.mtlbench.engine.environment;

import ai.djl.engine.Engine;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.UnwritableException;

/**
 * The tensor engine's native libraries, unpacked once into the user's cache. Loading a truncated or
 * changed library would crash this process, so the files are first compared with the jar (size and
 * CRC-32; 0.1 to 0.2 s for the 450 MB of the CPU library).
 */
public final class EngineLibraries {
  private static final String ENGINE = "pytorch";
  private static final String JNI = System.mapLibraryName("djl_torch");
  private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
  private static final Pattern C_LIBRARY = Pattern.compile("version `?(GLIBC(?:XX)?_[\\d.]+)'?");
  private static final Pattern PLAIN_PATH = Pattern.compile("[\\w@%+=:,./-]+");

  private EngineLibraries() {}

  /** Loads at most once: a process that failed to load a library cannot try again. */
  private static final class Loaded {
    static final Optional<HarnessException> PROBLEM = attempt();

    private static Optional<HarnessException> attempt() {
      try {
        Optional<HarnessException> damage = damage();
        if (damage.isEmpty()) {
          ConvolutionKernels.limit();
          Engine.getInstance();
        }
        return damage;
      } catch (RuntimeException | LinkageError | IOException e) {
        return Optional.of(failure(e, folder()));
      }
    }
  }

  /** Size and CRC-32 of a library in the jar. */
  record Packed(long size, long crc) {}

  /** The folder of the unpacked libraries; created on first use. */
  public static Path folder() {
    return Utils.getEngineCacheDir(ENGINE);
  }

  /**
   * Compares the unpacked libraries with the jar and loads the engine, which unpacks them on first
   * use.
   *
   * @throws HarnessException if they are corrupt or cannot be loaded, with a hint
   */
  public static void load() {
    if (Loaded.PROBLEM.isPresent()) {
      HarnessException problem = Loaded.PROBLEM.get();
      throw new HarnessException(
          problem.category(), problem.getMessage(), problem.hint(), problem.getCause());
    }
  }

  /**
   * Starts to load the engine on another thread, so that a later {@link #load()} waits less; does
   * nothing if the libraries are not unpacked yet.
   */
  public static void loadInBackground() {
    if (!Files.isDirectory(folder())) {
      return;
    }
    Thread loading = new Thread(new FutureTask<>(() -> Loaded.PROBLEM), "engine-loading");
    Thread waiting =
        new Thread(
            () -> {
              try {
                loading.join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    // A process must not end while a native library is being loaded.
    Runtime.getRuntime().addShutdownHook(waiting);
    loading.start();
  }

  private static Optional<HarnessException> damage() throws IOException {
    Platform platform = Platform.detectPlatform(ENGINE);
    if (Utils.getEnvOrSystemProperty(LIBRARY_PATH) != null || platform.isPlaceholder()) {
      return Optional.empty();
    }
    String kind = platform.getFlavor() + "/" + platform.getClassifier();
    Map<String, Packed> packed = new LinkedHashMap<>();
    for (String library : platform.getLibraries()) {
      packed(ENGINE + "/" + kind + "/" + library).ifPresent(found -> packed.put(library, found));
    }
    Path unpacked =
        folder()
            .resolve(
                String.join(
                    "-", platform.getVersion(), platform.getFlavor(), platform.getClassifier()));
    Path jni = unpacked.resolve(Engine.getDjlVersion() + "-" + JNI);
    if (Files.exists(jni)) {
      packed("jnilib/" + platform.getClassifier() + "/" + platform.getFlavor() + "/" + JNI)
          .ifPresent(found -> packed.put(jni.getFileName().toString(), found));
    }
    return Files.isDirectory(unpacked) ? damage(unpacked, packed) : Optional.empty();
  }

  private static Optional<Packed> packed(String resource) throws IOException {
    URL url = EngineLibraries.class.getClassLoader().getResource(resource);
    if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
      return Optional.empty();
    }
    JarEntry entry = jar.getJarEntry();
    return Optional.of(new Packed(entry.getSize(), entry.getCrc()));
  }

  /** Reports the first library of a folder that differs from the jar. */
  static Optional<HarnessException> damage(Path folder, Map<String, Packed> packed)
      throws IOException {
    for (Map.Entry<String, Packed> entry : packed.entrySet()) {
      Path library = folder.resolve(entry.getKey());
      Packed original = entry.getValue();
      String found = null;
      if (!Files.isRegularFile(library)) {
        found = "missing";
      } else if (Files.size(library) != original.size()) {
        found =
            PlainFile.size(Files.size(library)) + " in place of " + PlainFile.size(original.size());
      } else if (crc(library) != original.crc()) {
        found = "its content has changed";
      }
      if (found != null) {
        return Optional.of(
            new HarnessException(
                ErrorCategory.STORAGE,
                "the tensor engine's library " + library + " is damaged (" + found + ")",
                "To have the libraries unpacked again, run: " + removal(folder)));
      }
    }
    return Optional.empty();
  }

  private static String removal(Path folder) {
    String path = folder.toString();
    if (File.separatorChar != '/') {
      return "rmdir /s /q \"" + path + "\"";
    }
    return "rm -r "
        + (PLAIN_PATH.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'");
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    try (FileChannel channel = FileChannel.open(file)) {
      crc.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
    return crc.getValue();
  }

  /** Describes why the engine does not load, and what to do. */
  static HarnessException failure(Throwable thrown, Path folder) {
    String all = messages(thrown);
    String found = "the tensor engine does not load: " + all;
    Matcher missing = C_LIBRARY.matcher(all);
    if (missing.find()) {
      return device(
          found,
          "It needs "
              + missing.group(1)
              + ", which this system's C library does not have: run in a container or on a system"
              + " of 2019 or later (Debian 11, Ubuntu 20.04, RHEL 9), or set PYTORCH_LIBRARY_PATH"
              + " to a PyTorch of the same version that was built for this one",
          thrown);
    }
    if (all.contains("No space left")) {
      return new HarnessException(
          ErrorCategory.STORAGE,
          "the tensor engine cannot be unpacked in " + folder + ": No space left on device",
          "Make room for 0.5 GiB there, or set DJL_CACHE_DIR to a folder on another disk",
          thrown);
    }
    if (all.contains("failed to map segment") || all.contains("Operation not permitted")) {
      return device(
          found,
          "No program may be run from "
              + folder
              + ": set DJL_CACHE_DIR to a folder that is not mounted noexec",
          thrown);
    }
    if (all.contains("libcuda.so.1")) {
      return device(
          found,
          "The library libcuda.so.1 of the NVIDIA driver is missing: install the driver's libraries,"
              + " or in a container set NVIDIA_DRIVER_CAPABILITIES=compute,utility",
          thrown);
    }
    if (Utils.getEnvOrSystemProperty(LIBRARY_PATH) != null) {
      return device(
          found,
          "Check the libraries in "
              + Utils.getEnvOrSystemProperty(LIBRARY_PATH)
              + " with 'mtlbench gpu check', or use the program's own: MTLBENCH_ENGINE=bundled",
          thrown);
    }
    if (all.contains("No deep learning engine found")) {
      return device(
          found, "The engine's jar is missing: rebuild the program on this machine", thrown);
    }
    return device(
        found,
        "To have the libraries unpacked again, run: "
            + removal(folder)
            + "; on a machine of another kind than the build's, build the program there",
        thrown);
  }

  private static HarnessException device(String message, String hint, Throwable cause) {
    return new HarnessException(ErrorCategory.DEVICE, message, hint, cause);
  }

  private static String messages(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String message =
          cause instanceof IOException e ? UnwritableException.reason(e) : cause.getMessage();
      all.append(all.isEmpty() || message == null ? "" : ": ")
          .append(message == null ? "" : message);
    }
    return all.toString().replaceAll("\\s*\\R\\s*", " ");
  }
}
