package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

class DeviceChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "cpu, 0, cpu",
    "cpu, 2, cpu",
    "auto, 0, cpu",
    "auto, 2, gpu:0 gpu:1",
    "gpu, 1, gpu:0",
    "gpu, 3, gpu:0 gpu:1 gpu:2",
    "gpu:1, 2, gpu:1"
  })
  void resolvesDevices(String text, int gpus, String devices) {
    assertThat(DeviceChoice.resolve(text, () -> gpus)).containsExactly(devices.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu:-1", "gpu:", "GPU", "tpu", "", "gpu:99999", "cpu:0"})
  void reportsAvailableDevices(String text) {
    assertThatThrownBy(() -> DeviceChoice.resolve(text, () -> 2))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("--device: found " + text + ", expected one of auto, cpu, gpu, gpu:0, gpu:1");
  }

  @Test
  void reportsMissingGpuAsDeviceError() {
    assertThatThrownBy(() -> DeviceChoice.resolve("gpu", () -> 0))
        .isInstanceOfSatisfying(
            HarnessException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.DEVICE))
        .hasMessage("--device: found gpu, but the engine cannot use any GPU of this machine");
    assertThatThrownBy(() -> DeviceChoice.resolve("gpu:2", () -> 2))
        .isInstanceOfSatisfying(
            HarnessException.class,
            e -> assertThat(e.hint()).startsWith("Use one of auto, cpu, gpu, gpu:0, gpu:1;"))
        .hasMessage("--device: found gpu:2, but the engine can use 2 GPUs of this machine");
  }
}
