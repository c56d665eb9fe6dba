package org.mtlbench.engine.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.Obstacle;

/**
 * The tensor engine that a process uses.
 *
 * @param engine a set with CUDA; empty for the program's own CPU library
 * @param reason why, a clause
 */
public record EngineSelection(Optional<InstalledEngine> engine, String reason) {
  /** Names a set to use in any case, also without a driver; {@code bundled} for the CPU library. */
  public static final String VARIABLE = "MTLBENCH_ENGINE";

  private static final String BUNDLED = "bundled";

  /** The system property with the reason, set by the launcher script. */
  static final String REASON = "mtlbench.engine.reason";

  /**
   * Selects an engine.
   *
   * @param request the requested devices
   * @param driver the machine's driver
   * @param engines folder of installed sets
   * @param environment environment variables
   * @throws HarnessException if the variable names something else than a complete set
   */
  static EngineSelection of(
      DeviceRequest request, GpuDriver driver, Path engines, Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals(BUNDLED)) {
      return new EngineSelection(Optional.empty(), VARIABLE + " is " + BUNDLED);
    }
    if (!named.isBlank()) {
      return new EngineSelection(Optional.of(named(Path.of(named))), VARIABLE + " names it");
    }
    if (request.kind() == DeviceRequest.Kind.CPU) {
      return bundled("requested by " + DeviceRequest.OPTION + " cpu");
    }
    if (!driver.present()) {
      return bundled(GpuObstacles.NO_DRIVER);
    }
    Optional<Obstacle> withoutGpu = GpuObstacles.withoutGpu(driver);
    if (withoutGpu.isPresent()) {
      return bundled(withoutGpu.get().what());
    }
    List<InstalledEngine> installed = InstalledEngine.in(engines);
    if (installed.isEmpty()) {
      return bundled(GpuObstacles.NOT_INSTALLED);
    }
    String why = "";
    for (InstalledEngine engine : installed) {
      Optional<String> problem = GpuObstacles.tooOld(driver, engine.release()).or(engine::damage);
      if (problem.isEmpty()) {
        return new EngineSelection(Optional.of(engine), found(driver));
      }
      why = problem.get();
    }
    return bundled(why);
  }

  private static InstalledEngine named(Path folder) {
    InstalledEngine engine = InstalledEngine.read(folder);
    Optional<String> damage = engine.damage();
    if (damage.isPresent()) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          VARIABLE + ": the engine set " + folder + " is damaged: " + damage.get(),
          "Install it again with: mtlbench gpu install");
    }
    return engine;
  }

  private static EngineSelection bundled(String reason) {
    return new EngineSelection(Optional.empty(), reason);
  }

  private static String found(GpuDriver driver) {
    return "driver "
        + driver.version().map(Object::toString).orElse("of an unknown version")
        + " and "
        + driver.gpus()
        + (driver.gpus() == 1 ? " GPU" : " GPUs")
        + " found";
  }

  /** The reason for the engine of this process; empty if the launcher script did not set it. */
  public static Optional<String> reasonOfThisProcess() {
    return Optional.ofNullable(System.getProperty(REASON));
  }
}
