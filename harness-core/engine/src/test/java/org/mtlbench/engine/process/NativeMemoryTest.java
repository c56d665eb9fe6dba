package org.mtlbench.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.engine.device.ComputeDevice;

class NativeMemoryTest {
  @Test
  void workersKeepFreedMemory() {
    assertThat(WorkerCommand.of(1, ComputeDevice.CPU, Path.of("log")).environment())
        .containsKeys("MALLOC_MMAP_MAX_", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_");
  }

  @Test
  void keepsVariablesSetByUser() {
    Map<String, String> environment = new HashMap<>(Map.of("MALLOC_TRIM_THRESHOLD_", "1"));
    NativeMemory.keep(environment);
    assertThat(environment)
        .containsEntry("MALLOC_TRIM_THRESHOLD_", "1")
        .containsEntry("MALLOC_MMAP_MAX_", "0");
  }
}
