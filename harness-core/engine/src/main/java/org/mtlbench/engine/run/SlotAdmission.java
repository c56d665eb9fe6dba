package org.mtlbench.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.device.GpuInfo;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.device.SlotsByMemory;

/**
 * Decides when the slots of a GPU start. The first one starts at once; the others, as many as fit
 * into the GPU's memory, when that of the first cell has been measured for a while.
 */
final class SlotAdmission {
  /** Covers the first epochs and evaluations of usual cells. */
  static final Duration MEASURED = Duration.ofSeconds(60);

  private static final Duration SAMPLE = Duration.ofSeconds(2);

  private final RunOptions options;
  private final Supplier<List<GpuInfo>> cards;
  private final Consumer<String> log;
  private final Duration sample;
  private final SlotsByMemory memory;
  private final long deadline;

  SlotAdmission(RunOptions options, Consumer<String> log) {
    this(options, () -> GpuDriver.examine(System.getenv()).cards(), log, MEASURED, SAMPLE);
  }

  /**
   * Creates an admission.
   *
   * @param cards reads the memory in use
   * @param measured how long the first cells are measured
   * @param sample time between two samples
   */
  SlotAdmission(
      RunOptions options,
      Supplier<List<GpuInfo>> cards,
      Consumer<String> log,
      Duration measured,
      Duration sample) {
    this.options = options;
    this.cards = cards;
    this.log = log;
    this.sample = sample;
    boolean needed = options.slotRule() == SlotRule.DEVICE_MEMORY;
    this.memory = new SlotsByMemory(needed ? cards.get() : List.of());
    this.deadline = System.nanoTime() + measured.toNanos();
  }

  /**
   * Waits until a slot may start.
   *
   * @param slot number of the slot, from 0; slots are assigned to devices in turn
   * @param done polled regularly: there is nothing left to run
   * @return whether the slot may run cells
   */
  boolean await(int slot, BooleanSupplier done) throws InterruptedException {
    int devices = options.devices().devices().size();
    int rank = slot / devices;
    if (options.slotRule() == SlotRule.FIXED || rank == 0) {
      return true;
    }
    ComputeDevice device = options.device(slot);
    OptionalInt number = physical(device, System.getenv());
    while (!done.getAsBoolean()) {
      OptionalInt fitting = number.isPresent() ? fitting(number.getAsInt()) : OptionalInt.empty();
      if (fitting.isPresent() && rank == 1) {
        log.accept(
            device
                + ": the first cell takes "
                + (memory.cellBytes(number.getAsInt()) >> 20)
                + " MiB, so "
                + Math.min(fitting.getAsInt(), options.slots() / devices)
                + " cells run at once");
      }
      if (fitting.isPresent()) {
        return rank < fitting.getAsInt();
      }
      Thread.sleep(sample.toMillis());
    }
    return false;
  }

  /** The number of cells that fit; empty while the first ones are being measured. */
  private synchronized OptionalInt fitting(int number) {
    if (System.nanoTime() < deadline || memory.slots(number).isEmpty()) {
      memory.add(cards.get());
    }
    if (System.nanoTime() < deadline) {
      return OptionalInt.empty();
    }
    return memory.slots(number);
  }

  /**
   * The number of a GPU for {@code nvidia-smi}, which lists also those that are hidden from this
   * process; empty if it is hidden by id.
   */
  static OptionalInt physical(ComputeDevice device, Map<String, String> environment) {
    int number = device.gpu().orElseThrow();
    String visible = environment.getOrDefault(GpuDriver.VISIBLE, "").strip();
    if (visible.isEmpty()) {
      return OptionalInt.of(number);
    }
    String[] names = visible.split("\\s*,\\s*", -1);
    return number < names.length && names[number].matches("\\d{1,4}")
        ? OptionalInt.of(Integer.parseInt(names[number]))
        : OptionalInt.empty();
  }
}
