package org.mtlbench.engine.process;

import java.util.List;
import java.util.Map;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.GpuDriver;

/**
 * The environment variables of a worker on a GPU. The worker sees only its own GPU, so that it can
 * neither use nor reserve memory on those of other slots.
 */
final class GpuEnvironment {
  /** cuBLAS repeats its results bit by bit only with workspaces of fixed sizes. */
  private static final String WORKSPACE = "CUBLAS_WORKSPACE_CONFIG";

  private GpuEnvironment() {}

  /**
   * Sets the variables. The runner itself may see only some of the machine's GPUs, for example
   * under a cluster scheduler; then GPU number N is the Nth of these.
   *
   * @param environment the worker's environment, initially that of this process
   * @param device the worker's device; nothing is changed for the processor
   */
  static void set(Map<String, String> environment, ComputeDevice device) {
    if (!device.isGpu()) {
      return;
    }
    int number = device.gpu().getAsInt();
    String inherited = environment.getOrDefault(GpuDriver.VISIBLE, "");
    List<String> visible = List.of(inherited.split("\\s*,\\s*"));
    boolean named = !inherited.isBlank() && number < visible.size();
    environment.put(
        GpuDriver.VISIBLE, named ? visible.get(number).strip() : String.valueOf(number));
    environment.putIfAbsent(WORKSPACE, ":4096:8");
  }
}
