package org.mtlbench.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsByMemoryTest {
  private static final long GIB = 1L << 30;

  private static List<GpuInfo> cards(long... used) {
    return IntStream.range(0, used.length)
        .mapToObj(i -> new GpuInfo(i, "NVIDIA H100", 80 * GIB, used[i]))
        .toList();
  }

  @Test
  void fitsCellsIntoFreeMemoryWithMargin() {
    SlotsByMemory memory = new SlotsByMemory(cards(GIB, 41 * GIB));
    memory.add(cards(2 * GIB, 42 * GIB));
    memory.add(cards(5 * GIB, 43 * GIB));
    memory.add(cards(3 * GIB, 43 * GIB));

    assertThat(memory.cellBytes(0)).isEqualTo(4 * GIB);
    assertThat(memory.slots(0)).as("(76 - 1) / (1.25 * 4)").isEqualTo(OptionalInt.of(15));
    assertThat(memory.slots(1)).as("(76 - 41) / (1.25 * 2)").isEqualTo(OptionalInt.of(14));
  }

  @Test
  void isUnknownUntilCellUsesMemory() {
    SlotsByMemory memory = new SlotsByMemory(cards(GIB));
    assertThat(memory.slots(0)).isEmpty();
    memory.add(cards(GIB + (100 << 20)));
    assertThat(memory.slots(0)).isEmpty();
    assertThat(memory.slots(7)).isEmpty();
  }

  @Test
  void allowsOneCellOnFullCard() {
    SlotsByMemory memory = new SlotsByMemory(cards(2 * GIB));
    memory.add(cards(79 * GIB));
    assertThat(memory.slots(0)).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void readsMemoryOfProcess() {
    List<String> lines = List.of("41, 3000", "4711, 1536", "4711, 512", "12, [N/A]");
    assertThat(DeviceMemory.of(4711, lines)).isEqualTo(Optional.of(2048L << 20));
    assertThat(DeviceMemory.of(12, lines)).isEmpty();
    assertThat(DeviceMemory.of(1, lines)).isEmpty();
  }
}
