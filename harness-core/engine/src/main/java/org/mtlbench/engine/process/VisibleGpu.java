package org.mtlbench.engine.process;

import java.util.List;
import java.util.Map;

/**
 * Lets a worker see the GPU it was given and no other, so that it can neither use nor reserve
 * memory on those of other slots.
 */
final class VisibleGpu {
  /** What the CUDA driver reads: the devices of a process, by index or id, in order. */
  static final String VARIABLE = "CUDA_VISIBLE_DEVICES";

  private static final String PREFIX = "gpu:";

  private VisibleGpu() {}

  /**
   * Sets a worker's environment. The runner may itself see a part of the machine's GPUs only, as
   * under a cluster's scheduler: its GPU number N is then the Nth of that part.
   *
   * @param environment of the worker, so far that of this process
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
