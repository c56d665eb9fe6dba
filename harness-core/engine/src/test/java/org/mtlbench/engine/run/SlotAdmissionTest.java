package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.GpuInfo;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.model.KeepModels;

@Timeout(60)
class SlotAdmissionTest {
  private static final long GIB = 1L << 30;

  private final AtomicLong used = new AtomicLong(GIB);
  private final List<String> log = new ArrayList<>();

  private static RunOptions options(int gpus, int slots, SlotRule rule) {
    return new RunOptions(
        Path.of("out"),
        new DeviceChoice(IntStream.range(0, gpus).mapToObj(ComputeDevice::gpu).toList(), "a test"),
        slots,
        1,
        new DataAccess(Path.of("data"), Path.of("cache"), false),
        Optional.empty(),
        RunOptions.CHECKPOINT_EVERY,
        KeepModels.BEST,
        RunPolicy.DEFAULT,
        Optional.empty(),
        rule);
  }

  private SlotAdmission admission(RunOptions options, boolean reported) {
    return new SlotAdmission(
        options,
        () ->
            reported
                ? List.of(
                    new GpuInfo(0, "H100", 10 * GIB, used.get()),
                    new GpuInfo(1, "H100", 10 * GIB, used.get()))
                : List.of(),
        log::add,
        Duration.ofMillis(50),
        Duration.ofMillis(5));
  }

  @Test
  void startsFixedSlotsAtOnce() throws InterruptedException {
    SlotAdmission admission = admission(options(2, 8, SlotRule.FIXED), false);
    for (int slot = 0; slot < 8; slot++) {
      assertThat(admission.await(slot, () -> true)).isTrue();
    }
  }

  /** The first cell takes 2 GiB of 10, of which 1 is in use: (9.5 - 1) / 2.5 = 3 fit. */
  @Test
  void startsFurtherSlotsThatFitIntoMemory() throws InterruptedException {
    SlotAdmission admission = admission(options(2, 10, SlotRule.DEVICE_MEMORY), true);
    assertThat(admission.await(0, () -> true)).isTrue();
    assertThat(admission.await(1, () -> true)).isTrue();
    used.set(3 * GIB);

    assertThat(IntStream.range(2, 10).mapToObj(slot -> admitted(admission, slot)))
        .containsExactly(true, true, true, true, false, false, false, false);
    assertThat(log)
        .containsExactly(
            "gpu:0: the first cell takes 2048 MiB, so 3 cells run at once",
            "gpu:1: the first cell takes 2048 MiB, so 3 cells run at once");
  }

  private static boolean admitted(SlotAdmission admission, int slot) {
    try {
      return admission.await(slot, () -> false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void startsOneSlotIfMemoryIsNotReported() throws InterruptedException {
    SlotAdmission admission = admission(options(1, 2, SlotRule.DEVICE_MEMORY), false);
    long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
    assertThat(admission.await(0, () -> true)).isTrue();
    assertThat(admission.await(1, () -> System.nanoTime() > end)).isFalse();
  }

  @Test
  void findsGpuAmongVisibleOnes() {
    ComputeDevice second = ComputeDevice.gpu(1);
    assertThat(SlotAdmission.physical(second, Map.of())).isEqualTo(OptionalInt.of(1));
    assertThat(SlotAdmission.physical(second, Map.of("CUDA_VISIBLE_DEVICES", "2,5")))
        .isEqualTo(OptionalInt.of(5));
    assertThat(SlotAdmission.physical(second, Map.of("CUDA_VISIBLE_DEVICES", "GPU-1,GPU-2")))
        .isEmpty();
  }
}
