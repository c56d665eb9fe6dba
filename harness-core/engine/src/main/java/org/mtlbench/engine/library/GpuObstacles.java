package org.mtlbench.engine.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.Obstacle;

/** Finds out why GPUs cannot be used, and what to do about it. */
public final class GpuObstacles {
  static final String NO_DRIVER = "no NVIDIA driver was found";
  static final String NOT_INSTALLED = "no engine set with CUDA is installed";
  private static final String INSTALL = "Run 'mtlbench gpu install'";

  private GpuObstacles() {}

  /**
   * The obstacles, most fundamental first.
   *
   * @param driver the machine's driver
   * @param engines folder of installed sets
   * @param cudaLoaded whether this process has loaded an engine with CUDA
   * @param bundled whether the program's CPU library is on the class path
   * @param usable number of GPUs that the engine can use
   */
  public static List<Obstacle> of(
      GpuDriver driver, Path engines, boolean cudaLoaded, boolean bundled, int usable) {
    List<Obstacle> obstacles = new ArrayList<>();
    if (usable > 0) {
      return obstacles;
    }
    if (!driver.present()) {
      obstacles.add(
          new Obstacle(
              NO_DRIVER,
              "Install the NVIDIA driver, so that nvidia-smi lists the GPU; start a container with"
                  + " access to GPUs (docker run --gpus all, apptainer --nv)"));
      return obstacles;
    }
    Optional<Obstacle> withoutGpu = withoutGpu(driver);
    if (withoutGpu.isPresent()) {
      obstacles.add(withoutGpu.get());
      return obstacles;
    }
    if (!driver.library()) {
      obstacles.add(
          new Obstacle(
              "the driver's library libcuda.so.1 was not found",
              "Install the libraries of the driver, of the same version; in a container set"
                  + " NVIDIA_DRIVER_CAPABILITIES=compute,utility; if it is in another folder, add"
                  + " that to LD_LIBRARY_PATH"));
    }
    if (!cudaLoaded) {
      obstacles.add(notLoaded(driver, InstalledEngine.in(engines), bundled));
    } else if (obstacles.isEmpty()) {
      obstacles.add(
          new Obstacle(
              "driver and engine with CUDA are present, but the engine finds no GPU",
              "Run 'mtlbench gpu check' and nvidia-smi; restart the machine if a GPU hangs"));
    }
    return obstacles;
  }

  /** Why this process has no GPU although there is a driver. */
  static Optional<Obstacle> withoutGpu(GpuDriver driver) {
    if (driver.hidden()) {
      return Optional.of(
          new Obstacle(
              GpuDriver.VISIBLE + " hides all GPUs",
              "Unset "
                  + GpuDriver.VISIBLE
                  + ", or name GPUs in it; in a job of a cluster, request"
                  + " a GPU, for example with --gres=gpu:1"));
    }
    return driver.gpus() > 0
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                "an NVIDIA driver was found, but no GPU",
                "Check that nvidia-smi lists a GPU; start a container with access to GPUs (docker"
                    + " run --gpus all, apptainer --nv); in a job of a cluster, request a GPU, for"
                    + " example with --gres=gpu:1"));
  }

  private static Obstacle notLoaded(
      GpuDriver driver, List<InstalledEngine> installed, boolean bundled) {
    if (installed.isEmpty()) {
      return new Obstacle(NOT_INSTALLED + ", only the program's CPU library", INSTALL);
    }
    Optional<Obstacle> old =
        installed.stream()
            .map(engine -> tooOld(driver, engine.release()))
            .flatMap(Optional::stream)
            .map(
                what ->
                    new Obstacle(
                        what,
                        "Install a newer driver; to try the set with this one, set "
                            + EngineSelection.VARIABLE
                            + " to its folder"))
            .findFirst();
    Optional<Obstacle> damaged =
        installed.stream()
            .map(InstalledEngine::damage)
            .flatMap(Optional::stream)
            .map(what -> new Obstacle("the engine set is damaged: " + what, INSTALL + " again"))
            .findFirst();
    return old.or(() -> damaged)
        .orElseGet(
            () ->
                new Obstacle(
                    bundled
                        ? "the program's CPU library is on the class path, before "
                            + installed.get(0).folder()
                        : "the engine set " + installed.get(0).folder() + " is not used",
                    "Start the program with its script mtlbench, without "
                        + EngineSelection.VARIABLE
                        + "=bundled and without --device cpu"));
  }

  /** What is wrong if a driver is too old for a release. */
  static Optional<String> tooOld(GpuDriver driver, EngineRelease release) {
    return driver
        .version()
        .filter(version -> version.olderThan(release.minDriver()))
        .map(
            version ->
                "driver "
                    + version
                    + " is older than "
                    + release.minDriver()
                    + ", the minimum for PyTorch "
                    + release.version());
  }
}
