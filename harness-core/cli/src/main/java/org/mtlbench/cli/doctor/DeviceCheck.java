package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.environment.Machine;

/** Checks processors, GPUs and the GPU driver. */
final class DeviceCheck {
  private DeviceCheck() {}

  static List<Finding> findings() {
    Optional<List<String>> driver =
        CommandOutput.lines(
            "nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader");
    try {
      return of(Machine.cpus(), Machine.gpus(), driver);
    } catch (RuntimeException | LinkageError e) {
      // EngineCheck reports a missing engine.
      return List.of();
    }
  }

  /**
   * Compares the GPUs of the engine with those of the driver.
   *
   * @param gpus number of GPUs that the engine can use
   * @param driver one line per GPU of the driver; empty without a driver
   */
  static List<Finding> of(int cpus, int gpus, Optional<List<String>> driver) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("devices: cpu with " + cpus + " processors, " + gpus + " GPUs"));
    int known = driver.map(List::size).orElse(0);
    driver.ifPresent(lines -> lines.forEach(line -> findings.add(Finding.ok("GPU: " + line))));
    if (known > 0 && gpus == 0) {
      findings.add(
          Finding.trouble(
              "the driver reports " + known + " GPUs, but the engine can use none",
              "this build has the engine's CPU libraries: set PYTORCH_LIBRARY_PATH to a PyTorch"
                  + " with CUDA of the same version, or use --device cpu; if"
                  + " CUDA_VISIBLE_DEVICES is set, check that it names a GPU"));
    } else if (gpus > 0 && driver.isEmpty()) {
      findings.add(
          Finding.trouble(
              "the engine can use " + gpus + " GPUs, but nvidia-smi fails",
              "check the driver with nvidia-smi; restart the machine if a GPU hangs"));
    } else if (gpus > 0 && gpus < known) {
      findings.add(
          Finding.ok("the engine can use " + gpus + " of them (check CUDA_VISIBLE_DEVICES)"));
    }
    return findings;
  }
}
