package org.mtlbench.engine.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The number of cells that fit on each GPU, from the memory that the first cell takes. Samples of
 * the memory in use are taken while one cell runs on each GPU; the largest one counts.
 */
public final class SlotsByMemory {
  /** Room for cells that take more than the first one. */
  static final double MARGIN = 1.25;

  /** The part of a card's memory that is used. */
  static final double USED_PART = 0.95;

  /** Less is a cell that has not begun to train. */
  static final long MIN_BYTES = 200L << 20;

  private final Map<Integer, GpuInfo> before = new HashMap<>();
  private final Map<Integer, Long> peak = new HashMap<>();

  /**
   * Starts a measurement.
   *
   * @param cards the GPUs before the first cell starts; empty if the driver does not report them
   */
  public SlotsByMemory(List<GpuInfo> cards) {
    cards.forEach(card -> before.put(card.number(), card));
  }

  /** Adds a sample. */
  public void add(List<GpuInfo> cards) {
    for (GpuInfo card : cards) {
      if (before.containsKey(card.number())) {
        long taken = card.usedBytes() - before.get(card.number()).usedBytes();
        peak.merge(card.number(), taken, Math::max);
      }
    }
  }

  /**
   * The number of cells that fit on a GPU, at least 1; empty if it has not been measured.
   *
   * @param number number of the GPU for {@code nvidia-smi}
   */
  public OptionalInt slots(int number) {
    long cell = peak.getOrDefault(number, 0L);
    if (cell < MIN_BYTES) {
      return OptionalInt.empty();
    }
    GpuInfo card = before.get(number);
    double free = USED_PART * card.totalBytes() - card.usedBytes();
    return OptionalInt.of(Math.max(1, (int) (free / (MARGIN * cell))));
  }

  /** The largest memory in bytes that the first cell took on a GPU; 0 if not measured. */
  public long cellBytes(int number) {
    return peak.getOrDefault(number, 0L);
  }
}
