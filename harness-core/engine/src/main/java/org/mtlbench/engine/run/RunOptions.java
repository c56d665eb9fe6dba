package org.mtlbench.engine.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.ShardAssignment;

/**
 * How a plan is carried out; nothing here changes a cell's id.
 *
 * @param out the run folder
 * @param devices {@code cpu}, or GPUs as {@code gpu:N}, from {@link DeviceChoice}; slots take them
 *     in turn
 * @param slots workers at a time, on all devices together, at least 1
 * @param threads intra-op threads of each worker, at least 1
 * @param data where data lives and what is permitted
 * @param command the command line that goes on with the run, where known
 * @param checkpointEvery the least time between two checkpoints of a cell; zero for one at the end
 *     of each epoch
 * @param policy what is done about cells that do not end well
 * @param part the cells to run, of those planned; all of them if empty
 */
public record RunOptions(
    Path out,
    List<String> devices,
    int slots,
    int threads,
    DataAccess data,
    Optional<String> command,
    Duration checkpointEvery,
    RunPolicy policy,
    Optional<ShardAssignment> part) {
  /** Loses little to a kill, and costs a few hundredths of a second a minute. */
  public static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(1);

  private static final Duration MAX_CHECKPOINT_INTERVAL = Duration.ofDays(7);
  private static final int MAX_COUNT = 1024;
  private static final String ALLOWED = "a whole number from 1 to " + MAX_COUNT;

  /**
   * Checks the ranges.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the option
   */
  public RunOptions {
    devices = List.copyOf(devices);
    Checks.start().that(!devices.isEmpty(), "--device", "none", "at least one device").finish();
    checkWidth(slots, threads);
  }

  /** Every cell on one device, with the default policy and time between checkpoints. */
  public RunOptions(
      Path out, String device, int slots, int threads, DataAccess data, Optional<String> command) {
    this(
        out,
        List.of(device),
        slots,
        threads,
        data,
        command,
        CHECKPOINT_EVERY,
        RunPolicy.DEFAULT,
        Optional.empty());
  }

  /** The devices as a record names them. */
  public String device() {
    return String.join(", ", devices);
  }

  /** The device of a slot. */
  String device(int slot) {
    return devices.get(slot % devices.size());
  }

  /**
   * The time between checkpoints as users say it.
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
   * The slots of a run on all its devices together.
   *
   * @param perDevice as asked for; by default the processors shared out by threads, one on a GPU
   */
  public static int slots(OptionalInt perDevice, int threads, List<String> devices) {
    int shared = devices.get(0).equals("cpu") ? Machine.cpus() / threads : 1;
    return perDevice.orElse(Math.max(1, shared)) * devices.size();
  }

  /**
   * Checks how wide a run is to be.
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
