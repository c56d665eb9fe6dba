package org.mtlbench.engine.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** The libraries that DJL downloads from its own server, with the program's own DJL. */
public final class DjlSource implements EngineSource {
  private static final long ENOUGH = 10_000_000_000L;

  private final ProgramJars program;

  /** The source for this machine. */
  public DjlSource() {
    this(ProgramJars.ofThisProcess());
  }

  DjlSource(ProgramJars program) {
    this.program = program;
  }

  @Override
  public EngineRelease release() {
    return EngineRelease.CUDA_12_8;
  }

  @Override
  public String description() {
    return "the server of DJL, https://publish.djl.ai";
  }

  @Override
  public OptionalLong downloadBytes() {
    return OptionalLong.empty();
  }

  @Override
  public long diskBytes() {
    return ENOUGH;
  }

  @Override
  public Staged stage(Path staging, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    program.copyTo(staging, release());
    Path cache = Files.createDirectories(downloads.resolve("djl"));
    progress.accept("downloading by DJL, which prints no progress; this takes minutes ...");
    EngineTrial.Outcome outcome =
        EngineTrial.run(
            program.classPath(staging),
            List.of("-Dai.djl.offline=false", "-DDJL_CACHE_DIR=" + cache),
            Map.of("PYTORCH_VERSION", release().torch(), "PYTORCH_FLAVOR", release().flavor()));
    Path downloaded =
        cache
            .resolve("pytorch")
            .resolve(release().torch() + "-" + release().flavor() + "-linux-x86_64");
    if (!Files.exists(downloaded.resolve("libtorch_cuda.so"))) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          "DJL could not download PyTorch "
              + release().version()
              + ": "
              + outcome.lastLine().replace("does not work: ", ""),
          "Check that https://publish.djl.ai can be reached; the set from Maven repositories needs"
              + " no other server: mtlbench gpu install --source maven");
    }
    Path libraries = Files.createDirectories(staging.resolve(InstalledEngine.LIBRARIES));
    try (Stream<Path> files = Files.list(downloaded)) {
      for (Path file : files.toList()) {
        // the native interface is in the jar of the set
        if (!file.getFileName().toString().endsWith("libdjl_torch.so")) {
          Files.move(
              file, libraries.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return new Staged(release().flavor(), InstalledEngine.LIBRARIES);
  }
}
