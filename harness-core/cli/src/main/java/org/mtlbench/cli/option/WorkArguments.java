package org.mtlbench.cli.option;

import java.util.Optional;
import java.util.OptionalInt;
import org.mtlbench.engine.plan.Shard;
import picocli.CommandLine.Option;

/** On what and how wide to train. */
public final class WorkArguments {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = "auto (every GPU, else the CPU), cpu, gpu (every GPU) or gpu:N; default auto.")
  private String device;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description =
          "Cells that run side by side, on GPUs on each of them; default the processors shared out"
              + " by --threads, one on a GPU. Use 1 where times are to be compared.")
  private Integer slots;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of each cell; default 1, which several slots use best.")
  private int threads;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "The Ith of N parts of the cells, balanced by expected time, for N machines or a"
              + " cluster's job array. Folders of shards merge by copying.")
  private String shard;

  /**
   * The part of the cells that is meant.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if it is none
   */
  Optional<Shard> shard() {
    return Optional.ofNullable(shard).map(Shard::parse);
  }

  /** The device as typed. */
  String device() {
    return device;
  }

  /** The slots as typed. */
  public OptionalInt slots() {
    return slots == null ? OptionalInt.empty() : OptionalInt.of(slots);
  }

  public int threads() {
    return threads;
  }
}
