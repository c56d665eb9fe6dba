package org.mtlbench.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

class DeviceChoiceTest {
  private static final Obstacle NO_LIBRARY = new Obstacle("no library with CUDA", "Install one");

  private static GpuState state(int usable) {
    return new GpuState(
        usable, "PyTorch 1", "driver found", usable > 0 ? List.of() : List.of(NO_LIBRARY));
  }

  private static DeviceChoice choice(String request, int usable) {
    return DeviceChoice.of(DeviceRequest.parse(request), state(usable));
  }

  @ParameterizedTest
  @CsvSource({
    "cpu, 0, cpu",
    "cpu, 2, cpu",
    "auto, 0, cpu",
    "auto, 2, gpu:0 gpu:1",
    "gpu, 1, gpu:0",
    "gpu, 3, gpu:0 gpu:1 gpu:2",
    "gpu, 8, gpu:0 gpu:1 gpu:2 gpu:3 gpu:4 gpu:5 gpu:6 gpu:7",
    "gpu:1, 2, gpu:1",
    "'gpu:7,0,2', 8, gpu:0 gpu:2 gpu:7"
  })
  void choosesDevices(String request, int usable, String devices) {
    assertThat(choice(request, usable).devices())
        .extracting(ComputeDevice::name)
        .containsExactly(devices.split(" "));
  }

  @Test
  void givesReason() {
    assertThat(choice("cpu", 0).reason()).isEqualTo("PyTorch 1: requested by --device cpu");
    assertThat(choice("auto", 0).reason()).isEqualTo("PyTorch 1: no library with CUDA");
    assertThat(choice("auto", 8).reason()).isEqualTo("PyTorch 1: driver found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu:-1", "gpu:", "GPU", "tpu", "", "gpu:99999", "cpu:0", "gpu:0,", "0"})
  void reportsAllowedValues(String text) {
    assertThatThrownBy(() -> DeviceRequest.parse(text))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "--device: found "
                + text
                + ", expected one of auto, cpu, gpu or gpu:N[,M], for example gpu:0,2");
  }

  /** A run on the processor is never a silent fallback for a GPU. */
  @ParameterizedTest
  @ValueSource(strings = {"gpu", "gpu:0", "gpu:0,1"})
  void rejectsGpuThatCannotBeUsedWithNextStep(String request) {
    assertThatThrownBy(() -> choice(request, 0))
        .isInstanceOfSatisfying(
            HarnessException.class,
            e -> {
              assertThat(e.category()).isEqualTo(ErrorCategory.DEVICE);
              assertThat(e.hint()).isEqualTo("Install one");
            })
        .hasMessage(
            "--device: found " + request + ", but no GPU can be used: no library with CUDA");
  }

  @Test
  void rejectsMissingGpu() {
    assertThatThrownBy(() -> choice("gpu:1,2", 2))
        .isInstanceOf(HarnessException.class)
        .hasMessage("--device: found gpu:1,2, but the engine can use gpu:0 to gpu:1");
  }

  @Test
  void requestIsItsText() {
    assertThat(List.of("auto", "cpu", "gpu", "gpu:3", "gpu:0,2"))
        .allSatisfy(text -> assertThat(DeviceRequest.parse(text)).hasToString(text));
  }
}
