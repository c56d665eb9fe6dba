package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.GpuInfo;
import org.mtlbench.engine.device.GpuState;
import org.mtlbench.engine.device.Obstacle;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.library.LoadedEngine;

/** Checks processors, GPUs, the GPU driver and the engine's library. */
final class DeviceCheck {
  /** The CUDA context of a worker, its libraries and a small network. */
  private static final long PER_SLOT = 1L << 30;

  private DeviceCheck() {}

  static List<Finding> findings(DeviceRequest request) {
    GpuDriver driver = GpuDriver.examine(System.getenv());
    List<Finding> findings = new ArrayList<>();
    LoadedEngine.mixedVersions()
        .ifPresent(
            mixed ->
                findings.add(
                    Finding.trouble(
                        mixed,
                        "start the program with its script mtlbench; if that is how it was started,"
                            + " rebuild it and run 'mtlbench gpu install' again")));
    try {
      findings.addAll(of(request, Machine.cpus(), driver, LoadedEngine.state(driver)));
    } catch (RuntimeException | LinkageError e) {
      // EngineCheck reports an engine that does not load.
      return findings;
    }
    if (driver.present() && LoadedEngine.installed().isEmpty()) {
      findings.addAll(InstallationCheck.findings());
    }
    return findings;
  }

  /**
   * Compares the GPUs of the engine with those of the driver. Without a driver, GPUs are a problem
   * only if they are requested.
   */
  static List<Finding> of(DeviceRequest request, int cpus, GpuDriver driver, GpuState state) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "devices: cpu with "
                + cpus
                + " processors, "
                + Formatting.count(state.usable(), "GPU")
                + " that the engine can use"));
    findings.add(Finding.ok("library: " + state.library() + ": " + state.reason()));
    driver
        .version()
        .ifPresent(
            version ->
                findings.add(
                    Finding.ok(
                        "NVIDIA driver "
                            + version
                            + " with "
                            + Formatting.count(driver.gpus(), "GPU"))));
    boolean needed = driver.present() || request.kind() == DeviceRequest.Kind.GPU;
    for (Obstacle obstacle : state.obstacles()) {
      findings.add(
          needed
              ? Finding.trouble("no GPU can be used: " + obstacle.what(), obstacle.nextStep())
              : Finding.ok(obstacle.what()));
    }
    for (GpuInfo card : driver.cards()) {
      findings.add(memory(card));
    }
    if (state.usable() > 0 && driver.cards().isEmpty()) {
      findings.add(
          Finding.trouble(
              "the engine can use "
                  + Formatting.count(state.usable(), "GPU")
                  + ", but nvidia-smi fails",
              "check the driver with nvidia-smi; restart the machine if a GPU hangs"));
    } else if (state.usable() > 0 && state.usable() < driver.gpus()) {
      findings.add(
          Finding.ok(
              "the engine can use "
                  + state.usable()
                  + " of them (check "
                  + GpuDriver.VISIBLE
                  + ")"));
    }
    return findings;
  }

  private static Finding memory(GpuInfo card) {
    return Finding.of(
        card.freeBytes() >= PER_SLOT,
        "GPU "
            + card.number()
            + ": "
            + card.name()
            + ", "
            + Formatting.gibibytes(card.freeBytes())
            + " of "
            + Formatting.gibibytes(card.totalBytes())
            + " free",
        "a cell needs at least "
            + Formatting.gibibytes(PER_SLOT)
            + ": end other programs on this GPU (nvidia-smi lists them), or use another one, for"
            + " example --device gpu:1");
  }
}
