package org.mtlbench.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.GpuInfo;
import org.mtlbench.engine.device.Obstacle;

/** Each way in which GPUs cannot be used has its own next step. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets are for Linux")
class GpuObstaclesTest {
  @TempDir Path folder;
  private FakeMachine machine;

  @BeforeEach
  void createMachine() {
    machine = new FakeMachine(folder);
  }

  private List<Obstacle> obstacles(boolean cudaLoaded, boolean bundled) {
    return GpuObstacles.of(machine.examined(), machine.engines(), cudaLoaded, bundled, 0);
  }

  private void assertOnly(boolean cudaLoaded, String what, String nextStep) {
    assertThat(obstacles(cudaLoaded, true))
        .singleElement()
        .satisfies(
            obstacle -> {
              assertThat(obstacle.what()).contains(what);
              assertThat(obstacle.nextStep()).contains(nextStep);
            });
  }

  @Test
  void noDriver() {
    assertOnly(false, "no NVIDIA driver was found", "Install the NVIDIA driver");
  }

  @Test
  void driverWithoutGpu() throws IOException {
    machine.driver("560.35", 0).driverLibrary();
    assertOnly(false, "an NVIDIA driver was found, but no GPU", "request a GPU");
    Files.createFile(Files.createDirectory(folder.resolve("dev")).resolve("nvidia0"));
    assertOnly(false, "no engine set with CUDA is installed", "gpu install");
  }

  @Test
  void noSet() throws IOException {
    machine.driver("560.35", 8).driverLibrary();
    assertOnly(false, "no engine set with CUDA is installed", "Run 'mtlbench gpu install'");
  }

  @Test
  void driverTooOld() throws IOException, InterruptedException {
    machine.driver("535.104.05", 8).driverLibrary().install(EngineRelease.CUDA_12_4);
    assertOnly(false, "driver 535.104.05 is older than 550.54", "Install a newer driver");
  }

  @Test
  void damagedSet() throws IOException, InterruptedException {
    machine.driver("560.35", 8).driverLibrary();
    InstalledEngine engine = machine.install(EngineRelease.CUDA_12_4);
    Files.delete(engine.folder().resolve("lib/libtorch_cuda.so"));
    assertOnly(false, "libtorch_cuda.so is missing", "gpu install' again");
  }

  @Test
  void cpuLibraryBeforeSet() throws IOException, InterruptedException {
    machine.driver("560.35", 8).driverLibrary().install(EngineRelease.CUDA_12_4);
    assertOnly(false, "the program's CPU library is on the class path, before", "script mtlbench");
  }

  @Test
  void driverLibraryMissing() throws IOException, InterruptedException {
    machine.driver("560.35", 8).install(EngineRelease.CUDA_12_4);
    assertOnly(true, "libcuda.so.1 was not found", "NVIDIA_DRIVER_CAPABILITIES");
  }

  @Test
  void hiddenGpus() throws IOException, InterruptedException {
    machine.driver("560.35", 8).driverLibrary().install(EngineRelease.CUDA_12_4);
    machine.variable("CUDA_VISIBLE_DEVICES", "");
    assertOnly(true, "CUDA_VISIBLE_DEVICES hides all GPUs", "Unset CUDA_VISIBLE_DEVICES");
  }

  @Test
  void engineFindsNone() throws IOException, InterruptedException {
    machine.driver("560.35", 8).driverLibrary().install(EngineRelease.CUDA_12_4);
    assertOnly(true, "the engine finds no GPU", "gpu check");
  }

  @Test
  void noneIfGpusAreUsable() throws IOException {
    machine.driver("560.35", 8);
    assertThat(GpuObstacles.of(machine.examined(), machine.engines(), true, false, 8)).isEmpty();
  }

  @Test
  void examinesDriverByToolWithoutKernelModule() throws IOException {
    machine.tool(
        "0, NVIDIA H100 80GB HBM3, 81559, 1559, 550.54.15",
        "1, NVIDIA H100 80GB HBM3, 81559, 4, 550.54.15");

    GpuDriver driver = machine.examined();

    assertThat(driver.version()).hasToString("Optional[550.54.15]");
    assertThat(driver.gpus()).isEqualTo(2);
    assertThat(driver.cards().get(0))
        .isEqualTo(new GpuInfo(0, "NVIDIA H100 80GB HBM3", 81559L << 20, 1559L << 20));
    assertThat(driver.cards().get(0).freeBytes()).isEqualTo(80000L << 20);
  }
}
