package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.environment.Machine;

/** Processors, GPUs and their driver. */
final class DeviceCheck {
  private DeviceCheck() {}

  static List<Finding> findings() {
    Optional<List<String>> driver =
        CommandOutput.lines(
            "nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader");
    try {
      return of(Machine.cpus(), Machine.gpus(), driver);
    } catch (RuntimeException | LinkageError e) {
      // Without an engine there are no devices; that is a finding of its own.
      return List.of();
    }
  }

  /**
   * Compares what the engine can use with what the driver knows.
   *
   * @param gpus that the engine can use
   * @param driver a line for each GPU the driver knows; empty if there is no driver
   */
  static List<Finding> of(int cpus, int gpus, Optional<List<String>> driver) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("devices: cpu with " + cpus + " processors, " + gpus + " GPUs"));
    int known = driver.map(List::size).orElse(0);
    driver.ifPresent(lines -> lines.forEach(line -> findings.add(Finding.ok("GPU: " + line))));
    if (known > 0 && gpus == 0) {
      findings.add(
          Finding.trouble(
              "the driver knows " + known + " GPUs, and the engine can use none",
              "this build has the engine's CPU libraries: set PYTORCH_LIBRARY_PATH to a PyTorch"
                  + " with CUDA of the same version, or use --device cpu; if"
                  + " CUDA_VISIBLE_DEVICES is set, see that it names a GPU"));
    } else if (gpus > 0 && driver.isEmpty()) {
      findings.add(
          Finding.trouble(
              "the engine sees " + gpus + " GPUs, and nvidia-smi does not answer",
              "see that the driver is whole (nvidia-smi); a GPU that hangs needs a restart"));
    } else if (gpus > 0 && gpus < known) {
      findings.add(
          Finding.ok("the engine can use " + gpus + " of them (CUDA_VISIBLE_DEVICES, perhaps)"));
    }
    return findings;
  }
}
