package org.mtlbench.engine.process;

import java.util.List;
import java.util.Map;

/**
 * Restricts a worker to its own GPU, so that it can neither use nor reserve memory on those of
 * other slots.
 */
final class VisibleGpu {
  /** Read by the CUDA driver: the devices of a process, by index or id, in order. */
  static final String VARIABLE = "CUDA_VISIBLE_DEVICES";

  private static final String PREFIX = "gpu:";

  private VisibleGpu() {}

  /**
   * Sets a worker's environment. The runner itself may see only some of the machine's GPUs, for
   * example under a cluster scheduler; then GPU number N is the Nth of these.
   *
   * @param environment the worker's environment, initially that of this process
   * @param device {@code cpu}, for which nothing is changed, or {@code gpu:N}
   */
  static void set(Map<String, String> environment, String device) {
    if (!device.startsWith(PREFIX)) {
      return;
    }
    int index = Integer.parseInt(device.substring(PREFIX.length()));
    String inherited = environment.getOrDefault(VARIABLE, "");
    List<String> visible = List.of(inherited.split("\\s*,\\s*"));
    boolean named = !inherited.isBlank() && index < visible.size();
    environment.put(VARIABLE, named ? visible.get(index).strip() : String.valueOf(index));
  }
}
