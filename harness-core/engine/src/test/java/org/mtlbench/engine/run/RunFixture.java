package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.folder.RunFolder;

/** Plans and carries out small matrices of the test plugins, in real workers. */
final class RunFixture {
  private static final DeviceChoice CPU =
      new DeviceChoice(List.of(ComputeDevice.CPU), "requested by a test");

  final PluginRegistry registry = PluginLoader.load(RunFixture.class.getClassLoader());
  final List<String> told = new ArrayList<>();
  final Path folder;
  private final Path scratch;

  RunFixture(Path scratch) {
    this.scratch = scratch;
    this.folder = scratch.resolve("run");
  }

  /** A plan of one dataset, one architecture and methods in YAML flow style. */
  Plan plan(String name, String dataset, String methods, String seeds) throws IOException {
    return plan(name, dataset, methods, seeds, "");
  }

  /** The same with a search in YAML flow style; without one if it is empty. */
  Plan plan(String name, String dataset, String methods, String seeds, String search)
      throws IOException {
    Path file =
        Files.writeString(
            scratch.resolve("matrix.yaml"),
            "name: "
                + name
                + "\ndatasets: ["
                + dataset
                + "]\narchitectures: [toy-shared]\nmethods: ["
                + methods
                + "]\nseeds: ["
                + seeds
                + "]\n"
                + (search.isEmpty() ? "" : "search: " + search + "\n"));
    return new Planner(Throughput.UNKNOWN)
        .plan(MatrixReader.read(file), registry, Overrides.NONE, data(false));
  }

  Plan plan(String methods) throws IOException {
    return plan("test", "pixels", methods, "0");
  }

  RunOptions options() {
    return options(false);
  }

  RunOptions options(boolean unverified) {
    return new RunOptions(folder, CPU, 2, 1, data(unverified), Optional.of("mtlbench run test"));
  }

  private DataAccess data(boolean unverified) {
    return new DataAccess(scratch.resolve("data"), scratch.resolve("cache"), unverified);
  }

  /** The same with other rules, and as many slots. */
  RunOptions options(RunPolicy policy, int slots) {
    return new RunOptions(
        folder,
        CPU,
        slots,
        1,
        options().data(),
        Optional.empty(),
        RunOptions.CHECKPOINT_EVERY,
        KeepModels.BEST,
        policy,
        Optional.empty(),
        SlotRule.FIXED);
  }

  /** With another time between checkpoints. */
  RunOptions options(Duration checkpointEvery) {
    return new RunOptions(
        folder,
        CPU,
        1,
        1,
        options().data(),
        Optional.empty(),
        checkpointEvery,
        KeepModels.BEST,
        RunPolicy.DEFAULT,
        Optional.empty(),
        SlotRule.FIXED);
  }

  /** For a part of the cells. */
  RunOptions options(ShardAssignment part) {
    return new RunOptions(
        folder,
        CPU,
        1,
        1,
        options().data(),
        Optional.empty(),
        RunOptions.CHECKPOINT_EVERY,
        KeepModels.BEST,
        RunPolicy.DEFAULT,
        Optional.of(part),
        SlotRule.FIXED);
  }

  RunOutcome run(Plan plan) throws IOException, InterruptedException {
    return runner().run(plan, options());
  }

  Runner runner() {
    return new Runner(new LoadedPlugins(registry), new Notes());
  }

  /** The record of the cell with this label. */
  CellRecord record(String label) throws IOException {
    return RunFolder.at(folder).readCells().cells().stream()
        .filter(cell -> cell.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private final class Notes implements RunListener {
    @Override
    public void begun(RunStart start) {
      told.add(
          "begun: kept "
              + start.kept().size()
              + ", again "
              + start.again()
              + ", to run "
              + start.toRun().size());
      start
          .resuming()
          .forEach((id, point) -> told.add("resumes " + point.phase() + " after " + point.epoch()));
    }

    @Override
    public void cellStarted(PlannedCell cell) {
      told.add("started " + cell.spec().label());
    }

    @Override
    public void reported(PlannedCell cell, Event event) {
      told.add(cell.spec().label() + " " + event.getClass().getSimpleName());
    }

    @Override
    public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
      told.add("retrying " + record.label() + " after attempt " + attempt + " of " + (1 + retries));
    }

    @Override
    public void cellEnded(PlannedCell cell, CellRecord record) {
      told.add("ended " + record.label() + " " + record.status().word());
    }

    @Override
    public void warned(String sentence) {
      told.add("warned " + sentence);
    }
  }
}
