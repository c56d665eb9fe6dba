package org.mtlbench.engine.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.ShardAssignment;

/**
 * How a plan is executed; does not affect the ids of cells.
 *
 * @param out the run folder
 * @param devices the processor, or GPUs, which are assigned to slots in turn
 * @param slots number of workers running at once, on all devices together, at least 1
 * @param threads intra-op threads of each worker, at least 1
 * @param data location of the data, and whether unverified data is accepted
 * @param command command line that resumes the run, if known
 * @param checkpointEvery minimum time between two checkpoints of a cell; zero for one at every
 *     boundary
 * @param keepModels which trained models are kept
 * @param policy time limit, retries and what a failure ends
 * @param part the cells to run, of those planned; all of them if empty
 * @param slotRule whether the memory of GPUs limits the number of slots too
 */
public record RunOptions(
    Path out,
    DeviceChoice devices,
    int slots,
    int threads,
    DataAccess data,
    Optional<String> command,
    Duration checkpointEvery,
    KeepModels keepModels,
    RunPolicy policy,
    Optional<ShardAssignment> part,
    SlotRule slotRule) {
  /**
   * Limits the work lost when a worker is killed; costs a few hundredths of a second per minute.
   */
  public static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(1);

  private static final Duration MAX_CHECKPOINT_INTERVAL = Duration.ofDays(7);
  private static final int MAX_COUNT = 1024;

  /** Limits the default only; the best number has not been measured. */
  private static final int MAX_PER_GPU = 16;

  private static final String ALLOWED = "a whole number from 1 to " + MAX_COUNT;

  /**
   * Checks the ranges.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the option
   */
  public RunOptions {
    Checks.start()
        .that(!devices.devices().isEmpty(), DeviceRequest.OPTION, "none", "at least one device")
        .finish();
    checkWidth(slots, threads);
  }

  /** Creates options for all cells, with the default policy and checkpoint interval. */
  public RunOptions(
      Path out,
      DeviceChoice devices,
      int slots,
      int threads,
      DataAccess data,
      Optional<String> command) {
    this(
        out,
        devices,
        slots,
        threads,
        data,
        command,
        CHECKPOINT_EVERY,
        KeepModels.BEST,
        RunPolicy.DEFAULT,
        Optional.empty(),
        SlotRule.FIXED);
  }

  /** The same with another number of slots. */
  public RunOptions withSlots(int count) {
    return new RunOptions(
        out,
        devices,
        count,
        threads,
        data,
        command,
        checkpointEvery,
        keepModels,
        policy,
        part,
        SlotRule.FIXED);
  }

  /** The devices as stored in records. */
  public String device() {
    return ComputeDevice.names(devices.devices());
  }

  /** The device of a slot. */
  ComputeDevice device(int slot) {
    return devices.devices().get(slot % devices.devices().size());
  }

  /**
   * Converts a checkpoint interval in minutes.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the option
   */
  public static Duration checkpointEvery(double minutes) {
    Checks.start()
        .that(
            minutes >= 0 && minutes <= MAX_CHECKPOINT_INTERVAL.toMinutes(),
            "--checkpoint-every",
            minutes,
            "minutes from 0 to " + MAX_CHECKPOINT_INTERVAL.toMinutes())
        .finish();
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  /**
   * The number of slots of a run on all its devices together.
   *
   * @param perDevice requested number per device; by default the processors divided by threads, and
   *     by the number of GPUs; with {@link SlotRule#DEVICE_MEMORY}, memory limits it further
   */
  public static int slots(OptionalInt perDevice, int threads, List<ComputeDevice> devices) {
    int cpus = Machine.cpus() / threads / devices.size();
    int shared = devices.get(0).isGpu() ? Math.min(MAX_PER_GPU, cpus) : cpus;
    return perDevice.orElse(Math.max(1, shared)) * devices.size();
  }

  /**
   * Checks the number of slots and threads.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the option
   */
  public static void checkWidth(int slots, int threads) {
    Checks.start()
        .that(slots >= 1 && slots <= MAX_COUNT, "--slots", slots, ALLOWED)
        .that(threads >= 1 && threads <= MAX_COUNT, "--threads", threads, ALLOWED)
        .finish();
  }
}
