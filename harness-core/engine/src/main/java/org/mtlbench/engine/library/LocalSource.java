package org.mtlbench.engine.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;

/**
 * A PyTorch on this machine, for example {@code site-packages/torch} or an unpacked archive of
 * libtorch. Its libraries are linked, not copied.
 */
public final class LocalSource implements EngineSource {
  private static final String OPTION = "--from";
  private static final Pattern PYTHON = Pattern.compile("__version__\\s*=\\s*['\"]([^'\"]+)['\"]");
  private static final Pattern ABI = Pattern.compile("_GLIBCXX_USE_CXX11_ABI=([01])");
  private static final long JARS = 20_000_000;

  private final Path libraries;
  private final EngineRelease release;
  private final boolean oldAbi;
  private final MavenFiles maven;

  /**
   * Examines a folder.
   *
   * @param folder folder with {@code libtorch_cuda.so}, or one with such a folder {@code lib}
   * @throws InvalidConfigException if it holds no PyTorch with CUDA of a supported version
   */
  public LocalSource(Path folder) throws IOException {
    this(folder, MavenFiles.ofThisMachine());
  }

  LocalSource(Path folder, MavenFiles maven) throws IOException {
    this.maven = maven;
    Path absolute = folder.toAbsolutePath().normalize();
    Path inner = absolute.resolve("lib");
    libraries = Files.exists(inner.resolve("libtorch.so")) ? inner : absolute;
    if (!Files.exists(libraries.resolve("libtorch.so"))) {
      throw new InvalidConfigException(
          OPTION,
          folder.toString(),
          "the folder of a PyTorch, which contains lib/libtorch.so, for example that of: python3 -c"
              + " 'import torch; print(torch.__path__[0])'");
    }
    Path root = libraries.endsWith("lib") ? libraries.getParent() : libraries;
    String version = version(root);
    if (!Files.exists(libraries.resolve("libtorch_cuda.so"))) {
      throw new InvalidConfigException(
          OPTION,
          folder + " (PyTorch " + version + ", a CPU build)",
          "a PyTorch with CUDA, " + supported());
    }
    release =
        EngineRelease.of(version)
            .orElseThrow(
                () ->
                    new InvalidConfigException(
                        OPTION, folder + " (PyTorch " + version + ")", supported()));
    oldAbi = hasOldAbi(root);
  }

  private static String supported() {
    return "one of the versions "
        + Arrays.stream(EngineRelease.values())
            .map(EngineRelease::version)
            .collect(Collectors.joining(", "))
        + ", since DJL has native interfaces for these only";
  }

  /** The version in {@code version.py} of a Python package or {@code build-version} of libtorch. */
  private static String version(Path root) throws IOException {
    Path python = root.resolve("version.py");
    Path archive = root.resolve("build-version");
    if (Files.exists(python)) {
      Matcher match = PYTHON.matcher(Files.readString(python));
      return match.find() ? match.group(1) : "of an unknown version";
    }
    return Files.exists(archive) ? Files.readString(archive).strip() : "of an unknown version";
  }

  private static boolean hasOldAbi(Path root) throws IOException {
    Path config = root.resolve("share/cmake/Torch/TorchConfig.cmake");
    if (!Files.exists(config)) {
      return false;
    }
    Matcher match = ABI.matcher(Files.readString(config));
    return match.find() && match.group(1).equals("0");
  }

  @Override
  public EngineRelease release() {
    return release;
  }

  @Override
  public String description() {
    return "the PyTorch in " + libraries + " (linked, not copied)";
  }

  @Override
  public OptionalLong downloadBytes() {
    return OptionalLong.of(
        release == EngineRelease.CUDA_12_4
            ? MavenSource.CLASSES.stream().mapToLong(MavenArtefact::bytes).sum()
            : 0);
  }

  @Override
  public long diskBytes() {
    return JARS;
  }

  @Override
  public Staged stage(Path staging, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    switch (release) {
      case CUDA_12_4 -> MavenSource.classes(maven, staging, downloads, progress);
      case CUDA_12_8 -> ProgramJars.ofThisProcess().copyTo(staging, release);
    }
    return new Staged(release.flavor() + (oldAbi ? "-precxx11" : ""), libraries.toString());
  }

  /** Folders in which the CUDA runtime of a linked PyTorch may be. */
  static List<Path> runtimeFolders(Path libraries) {
    return List.of(libraries, libraries.resolve("../../nvidia/cuda_runtime/lib").normalize());
  }
}
