package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.model.KeepModels;

class RunOptionsTest {
  @Test
  void assignsDevicesToSlotsInTurn() {
    RunOptions options =
        new RunOptions(
            Path.of("out"),
            new DeviceChoice(List.of(ComputeDevice.gpu(0), ComputeDevice.gpu(1)), "test"),
            4,
            1,
            new DataAccess(Path.of("data"), Path.of("cache"), false),
            Optional.empty(),
            RunOptions.CHECKPOINT_EVERY,
            KeepModels.BEST,
            RunPolicy.DEFAULT,
            Optional.empty(),
            SlotRule.FIXED);
    assertThat(List.of(0, 1, 2, 3))
        .extracting(slot -> options.device(slot).name())
        .containsExactly("gpu:0", "gpu:1", "gpu:0", "gpu:1");
    assertThat(options.device()).isEqualTo("gpu:0, gpu:1");
  }
}
