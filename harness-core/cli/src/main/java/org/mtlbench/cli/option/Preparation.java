package org.mtlbench.cli.option;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cost.Calibration;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.cost.TimeRange;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.library.LoadedEngine;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.Shard;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.engine.run.RunOptions;

/** Prepares a run from the command line: plan, devices and slots. */
public final class Preparation {
  private final Plugins plugins;

  @Inject
  Preparation(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * A prepared run.
   *
   * @param plan plan with estimates for this machine without other load
   * @param part cells of the shard; all cells if empty
   * @param devices the devices, and why they are used
   * @param slots number of cells that run at the same time, on all devices together
   * @param throughput the measured speed of the first device
   * @param slotRule whether the memory of GPUs limits them too
   */
  public record Prepared(
      Plan plan,
      Optional<ShardAssignment> part,
      DeviceChoice devices,
      int slots,
      Throughput throughput,
      SlotRule slotRule) {
    /** The plan with only the selected cells. */
    public Plan mine() {
      return part.map(p -> plan.only(p.cells())).orElse(plan);
    }

    /** The range of the time for the selected cells. */
    public TimeRange timeRange() {
      return mine().timeRange(throughput, slots);
    }

    /** The devices as text. */
    public String device() {
      return ComputeDevice.names(devices.devices());
    }
  }

  /**
   * Creates the plan. Fast checks come first, so that errors are reported immediately.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the matrix or an option is invalid
   */
  public Prepared prepare(
      MatrixArguments matrix, WorkArguments work, DataAccess access, PrintWriter err)
      throws IOException {
    MatrixSpec spec = matrix.read();
    Optional<Shard> shard = work.shard();
    work.device();
    EngineLibraries.loadInBackground();
    Plan plan;
    try {
      plan = matrix.selected(plugins.plan(spec, matrix.overrides(), access));
    } catch (InvalidConfigException e) {
      tellOfBroken(err);
      throw e;
    }
    tellOfBroken(err);
    return prepare(plan, shard, work, err);
  }

  /** As above, for a parsed matrix, without warnings about unusable plugins. */
  public Prepared prepare(MatrixSpec spec, WorkArguments work, DataAccess access, PrintWriter err)
      throws IOException {
    return prepare(plugins.plan(spec, Overrides.NONE, access), work.shard(), work, err);
  }

  private void tellOfBroken(PrintWriter err) throws IOException {
    plugins.catalogue().broken().forEach(b -> err.println("ignored: " + b.sentence()));
  }

  private static Prepared prepare(
      Plan plan, Optional<Shard> shard, WorkArguments work, PrintWriter err) {
    RunOptions.checkWidth(work.slots().orElse(1), work.threads());
    tellOfFirstUse(err);
    DeviceChoice devices = LoadedEngine.choose(work.device());
    Throughput throughput =
        Calibration.measure(Machine.device(devices.devices().get(0)), work.threads());
    Optional<ShardAssignment> part =
        shard.map(s -> ShardAssignment.of(plan.estimated(Throughput.NOMINAL), s));
    return new Prepared(
        plan.estimated(throughput.unloaded()),
        part,
        devices,
        RunOptions.slots(work.slots(), work.threads(), devices.devices()),
        throughput,
        SlotRule.of(work.slots(), devices));
  }

  /** Announces the unpacking of the engine's libraries, which happens once and takes a while. */
  private static void tellOfFirstUse(PrintWriter err) {
    if (!Files.isDirectory(EngineLibraries.folder())) {
      err.println("unpacking the tensor engine for first use ...");
    }
  }
}
