package org.mtlbench.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.engine.device.ComputeDevice;

/** Tests the GPU variables in a worker's environment; needs no GPU. */
class GpuEnvironmentTest {
  private static String visible(String inherited, String device) {
    Map<String, String> environment = new HashMap<>();
    if (inherited != null) {
      environment.put("CUDA_VISIBLE_DEVICES", inherited);
    }
    GpuEnvironment.set(environment, ComputeDevice.parse(device));
    return environment.get("CUDA_VISIBLE_DEVICES");
  }

  @Test
  void workerSeesOnlyItsGpu() {
    assertThat(visible(null, "gpu:0")).isEqualTo("0");
    assertThat(visible(null, "gpu:3")).isEqualTo("3");
    assertThat(visible("", "gpu:1")).isEqualTo("1");
  }

  @Test
  void respectsVisibleDevicesOfRunner() {
    assertThat(visible("2,5", "gpu:1")).isEqualTo("5");
    assertThat(visible("GPU-8932f937, GPU-d33db1f0", "gpu:1")).isEqualTo("GPU-d33db1f0");
  }

  @Test
  void cpuDeviceChangesNothing() {
    assertThat(visible(null, "cpu")).isNull();
    assertThat(visible("2", "cpu")).isEqualTo("2");
  }

  @Test
  void setsVariableForWorkers() {
    ProcessBuilder worker = WorkerCommand.of(1, ComputeDevice.gpu(2), Path.of("log"));
    assertThat(worker.environment())
        .containsEntry("CUDA_VISIBLE_DEVICES", "2")
        .containsEntry("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
        .containsEntry("OMP_NUM_THREADS", "1");
    assertThat(WorkerCommand.of(3, ComputeDevice.CPU, Path.of("log")).environment())
        .containsEntry("OMP_NUM_THREADS", "3")
        .doesNotContainKey("CUBLAS_WORKSPACE_CONFIG");
  }
}
