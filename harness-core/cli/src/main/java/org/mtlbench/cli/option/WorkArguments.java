package org.mtlbench.cli.option;

import java.util.Optional;
import java.util.OptionalInt;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.plan.Shard;
import picocli.CommandLine.Option;

/** Options for devices, slots, threads and shards. */
public final class WorkArguments {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description =
          "auto (every GPU, otherwise the CPU), cpu, gpu (every GPU) or gpu:N[,M]; default auto."
              + " See 'gpu install'.")
  private String device;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description =
          "Cells that run at the same time, per GPU if there are GPUs; default processors divided"
              + " by --threads, on a GPU as many of these as its memory allows. Use 1 to compare"
              + " times.")
  private Integer slots;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads per cell; default 1, the most efficient with several slots.")
  private int threads;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Run shard I of N, balanced by expected time, on one of N machines or in a"
              + " cluster's job array. Merge the folders of shards by copying.")
  private String shard;

  /**
   * The shard to run; empty for all cells.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the value is invalid
   */
  Optional<Shard> shard() {
    return Optional.ofNullable(shard).map(Shard::parse);
  }

  /**
   * The requested devices.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the value is invalid
   */
  public DeviceRequest device() {
    return DeviceRequest.parse(device);
  }

  /** The number of slots as given. */
  public OptionalInt slots() {
    return slots == null ? OptionalInt.empty() : OptionalInt.of(slots);
  }

  public int threads() {
    return threads;
  }
}
