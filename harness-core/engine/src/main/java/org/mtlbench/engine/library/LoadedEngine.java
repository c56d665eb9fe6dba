package org.mtlbench.engine.library;

import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.GpuState;
import org.mtlbench.engine.device.Obstacle;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.environment.UserCache;

/** The tensor engine of this process and the devices that it can use. */
public final class LoadedEngine {
  private LoadedEngine() {}

  /**
   * Chooses the devices of a run; loads the engine.
   *
   * @throws org.mtlbench.api.error.HarnessException if the engine does not load, or cannot use the
   *     requested GPUs
   */
  public static DeviceChoice choose(DeviceRequest request) {
    return DeviceChoice.of(
        request,
        request.kind() == DeviceRequest.Kind.CPU
            ? new GpuState(0, library(), "", List.of())
            : state(GpuDriver.examine(System.getenv())));
  }

  /** The state of the GPUs; loads the engine. */
  public static GpuState state(GpuDriver driver) {
    int usable = Machine.gpus();
    return new GpuState(
        usable,
        library(),
        EngineSelection.reasonOfThisProcess().orElse("found on the class path"),
        obstacles(driver, usable));
  }

  /** What is wrong if the class path has DJL jars that do not belong together. */
  public static Optional<String> mixedVersions() {
    return ProgramJars.ofThisProcess().mixedVersions();
  }

  /** The sets that are installed in the user's cache. */
  public static List<InstalledEngine> installed() {
    return InstalledEngine.in(UserCache.engines());
  }

  private static List<Obstacle> obstacles(GpuDriver driver, int usable) {
    return GpuObstacles.of(
        driver,
        UserCache.engines(),
        Machine.hasCuda(),
        ProgramJars.ofThisProcess().bundled(),
        usable);
  }

  private static String library() {
    return Machine.engine()
        + (Machine.hasCuda() ? " in " + Machine.libraryFolder() : ", CPU library");
  }
}
