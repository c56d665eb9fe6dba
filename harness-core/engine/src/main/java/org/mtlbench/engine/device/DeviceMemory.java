package org.mtlbench.engine.device;

import java.util.List;
import java.util.Optional;

/** Memory of GPUs by process, as {@code nvidia-smi} reports it. */
public final class DeviceMemory {
  private static final long MIB = 1L << 20;

  private DeviceMemory() {}

  /**
   * The memory in bytes that this process has reserved on GPUs; empty if the driver does not report
   * it, as in some containers and with MPS. PyTorch keeps what it has reserved, so that this is the
   * peak so far.
   */
  public static Optional<Long> ofThisProcess() {
    return SystemTool.lines(
            "nvidia-smi", "--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits")
        .flatMap(lines -> of(ProcessHandle.current().pid(), lines));
  }

  /** Adds up the lines of a process. */
  static Optional<Long> of(long pid, List<String> lines) {
    long bytes = 0;
    for (String line : lines) {
      String[] columns = line.strip().split("\\s*,\\s*", -1);
      if (columns.length == 2
          && columns[0].equals(String.valueOf(pid))
          && columns[1].matches("\\d+")) {
        bytes += MIB * Long.parseLong(columns[1]);
      }
    }
    return bytes == 0 ? Optional.empty() : Optional.of(bytes);
  }
}
