package org.mtlbench.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.device.DeviceRequest;

/** Which engine is selected on machines that are not this one, and the reason that is printed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets are for Linux")
class EngineSelectionTest {
  @TempDir Path folder;
  private FakeMachine machine;

  @BeforeEach
  void createMachine() {
    machine = new FakeMachine(folder);
  }

  private EngineSelection select(String device) {
    return EngineSelection.of(
        DeviceRequest.parse(device), machine.examined(), machine.engines(), machine.environment());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none      | 0 | none          | auto | cpu   | no NVIDIA driver was found",
        "none      | 0 | 2.5.1         | auto | cpu   | no NVIDIA driver was found",
        "none      | 0 | 2.5.1         | gpu  | cpu   | no NVIDIA driver was found",
        "560.35.03 | 0 | 2.5.1         | auto | cpu   | an NVIDIA driver was found, but no GPU",
        "560.35.03 | 1 | none          | auto | cpu   | no engine set with CUDA is installed",
        "560.35.03 | 1 | 2.5.1         | auto | cu124 | driver 560.35.03 and 1 GPU found",
        "560.35.03 | 8 | 2.5.1         | auto | cu124 | driver 560.35.03 and 8 GPUs found",
        "560.35.03 | 8 | 2.5.1         | gpu:7 | cu124 | driver 560.35.03 and 8 GPUs found",
        "560.35.03 | 8 | 2.5.1         | cpu  | cpu   | requested by --device cpu",
        "535.104   | 8 | 2.5.1         | auto | cpu   | driver 535.104 is older than 550.54, the minimum for PyTorch 2.5.1+cu124",
        "560.35.03 | 8 | 2.5.1 2.7.1   | auto | cu124 | driver 560.35.03 and 8 GPUs found",
        "575.51    | 8 | 2.5.1 2.7.1   | auto | cu128 | driver 575.51 and 8 GPUs found"
      })
  void selectsByDriverSetAndDevice(
      String driver, int gpus, String sets, String device, String flavor, String reason)
      throws IOException, InterruptedException {
    if (!driver.equals("none")) {
      machine.driver(driver, gpus).driverLibrary();
    }
    for (EngineRelease release : EngineRelease.values()) {
      if (sets.contains(release.torch())) {
        machine.install(release);
      }
    }

    EngineSelection selection = select(device);

    assertThat(selection.engine().map(engine -> engine.release().flavor()).orElse("cpu"))
        .isEqualTo(flavor);
    assertThat(selection.reason()).isEqualTo(reason);
  }

  @Test
  void usesCpuLibraryIfGpusAreHidden() throws IOException, InterruptedException {
    machine.driver("560.35", 8).driverLibrary().install(EngineRelease.CUDA_12_4);
    machine.variable("CUDA_VISIBLE_DEVICES", "-1");

    assertThat(select("auto").engine()).isEmpty();
    assertThat(select("auto").reason()).isEqualTo("CUDA_VISIBLE_DEVICES hides all GPUs");
  }

  @Test
  void neverUsesDamagedSet() throws IOException, InterruptedException {
    machine.driver("560.35", 1).driverLibrary();
    Path library =
        machine.install(EngineRelease.CUDA_12_4).folder().resolve("lib/libtorch_cuda.so");
    Files.writeString(library, "half");
    Files.delete(library);

    assertThat(select("gpu").engine()).isEmpty();
    assertThat(select("gpu").reason()).isEqualTo(library + " is missing or has changed");
  }

  @Test
  void usesNamedSetWithoutDriverAndOnCpu() throws IOException, InterruptedException {
    Path set = machine.install(EngineRelease.CUDA_12_4).folder();
    machine.variable("MTLBENCH_ENGINE", set.toString());

    assertThat(select("cpu").engine().orElseThrow().folder()).isEqualTo(set);

    machine.variable("MTLBENCH_ENGINE", "bundled").driver("560.35", 1);
    assertThat(select("auto"))
        .isEqualTo(new EngineSelection(Optional.empty(), "MTLBENCH_ENGINE is bundled"));

    machine.variable("MTLBENCH_ENGINE", folder.resolve("nothing").toString());
    assertThatThrownBy(() -> select("auto"))
        .isInstanceOf(HarnessException.class)
        .hasMessageEndingWith("nothing cannot be used: it has no engine.json");
  }

  @Test
  void setsClassPathAndEnvironment() throws IOException, InterruptedException {
    InstalledEngine engine = machine.install(EngineRelease.CUDA_12_4);
    Path program = Files.createDirectory(folder.resolve("program"));
    for (String jar :
        new String[] {
          "api-0.35.1.jar",
          "guava-33.jar",
          "mtlbench-api-0.1.0.jar",
          "pytorch-engine-0.35.1.jar",
          "pytorch-jni-2.7.1-0.35.1.jar",
          "pytorch-native-cpu-2.7.1-linux-x86_64.jar"
        }) {
      Files.createFile(program.resolve(jar));
    }

    assertThat(engine.classPath(program).split(":"))
        .containsExactly(
            engine.folder() + "/jars/api-0.33.0.jar",
            engine.folder() + "/jars/pytorch-engine-0.33.0.jar",
            engine.folder() + "/jars/pytorch-jni-2.5.1-0.33.0.jar",
            program + "/guava-33.jar",
            program + "/mtlbench-api-0.1.0.jar");
    assertThat(
            engine.environment(
                Map.of("LD_LIBRARY_PATH", "/mine", "CUDA_DEVICE_ORDER", "FASTEST_FIRST")))
        .containsEntry("PYTORCH_LIBRARY_PATH", engine.folder() + "/lib")
        .containsEntry("PYTORCH_VERSION", "2.5.1")
        .containsEntry("PYTORCH_FLAVOR", "cu124")
        .containsEntry(
            "LD_LIBRARY_PATH", engine.folder() + "/lib:" + engine.folder() + "/cuda:/mine")
        .doesNotContainKey("CUDA_DEVICE_ORDER");
    assertThat(engine.environment(Map.of())).containsEntry("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
  }
}
