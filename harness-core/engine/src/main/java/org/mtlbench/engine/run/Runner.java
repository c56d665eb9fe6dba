package org.mtlbench.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cell.CellRun;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/**
 * Runs a plan: one worker process per cell without a result, as many at a time as there are slots,
 * the longest expected first. An instance can be used for one run.
 */
public final class Runner {
  private final Plugins plugins;
  private final RunListener listener;
  private final Consumer<String> follower;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();

  /** Creates a runner; the listener is called by one thread at a time. */
  public Runner(Plugins plugins, RunListener listener) {
    this(plugins, listener, line -> {});
  }

  /**
   * Creates a runner that also passes on log lines.
   *
   * @param follower receives the log lines of runner and workers, from any thread
   */
  public Runner(Plugins plugins, RunListener listener, Consumer<String> follower) {
    this.plugins = plugins;
    this.listener = new OneAtATime(listener);
    this.follower = follower;
  }

  /** Requests the run to stop; workers stop at their next step. Thread-safe. */
  public void stop() {
    asked.set(true);
    stopping.set(true);
  }

  /**
   * Runs all cells without a result.
   *
   * @return the outcome, when all cells have ended, or soon after {@link #stop}
   * @throws HarnessException if the folder contains something else, is in use or cannot be written,
   *     or if source data cannot be used; no cell was started then
   * @throws IOException if the run folder cannot be read or written
   */
  public RunOutcome run(Plan plan, RunOptions options) throws IOException, InterruptedException {
    RunFolder folder = RunFolder.at(options.out());
    String name = FolderLock.name(options.part().map(ShardAssignment::shard));
    try (RunSetup setup = RunSetup.open(plugins, plan, options);
        RunLog log = RunLog.open(folder.logs().resolve(name + ".log"), follower)) {
      begin(plan, options, log.logger());
      try {
        RunOutcome outcome = run(setup, options, folder, log);
        log.logger().info("run ended: " + outcome);
        return outcome;
      } catch (IOException | RuntimeException | Error e) {
        log.logger().log(Level.SEVERE, "run ended by an error: " + e.getMessage());
        throw e;
      }
    }
  }

  private static void begin(Plan plan, RunOptions options, Logger log) {
    log.info(
        "run of "
            + plan.name()
            + " ("
            + plan.matrixHash()
            + ") by process "
            + ProcessHandle.current().pid()
            + " on "
            + Machine.host()
            + ", mtlbench "
            + Machine.program());
    log.info(
        "device "
            + options.device()
            + ", "
            + options.slots()
            + " slots, "
            + options.threads()
            + " threads each; engine "
            + Machine.engine()
            + " from "
            + Machine.libraryFolder());
  }

  private RunOutcome run(RunSetup setup, RunOptions options, RunFolder folder, RunLog log)
      throws IOException, InterruptedException {
    RunListener told = new LoggedListener(listener, log.logger());
    RunSetup.Cells cells = setup.write(told, log.logger());
    List<PlannedRun> runs = new ArrayList<>();
    for (int i = 0; i < cells.orders().size(); i++) {
      PlannedCell cell = cells.start().toRun().get(i);
      WorkOrder order = cells.orders().get(i);
      runs.add(PlannedRun.of(cell, order, options.policy().timeout(), told, log));
    }
    told.begun(cells.start());
    SlotAdmission admission = new SlotAdmission(options, log.logger()::info);
    new Slots(options, told, stopping, admission).run(runs);
    Map<String, CellRun> byId =
        runs.stream().collect(Collectors.toMap(run -> run.cell().spec().id(), PlannedRun::run));
    return RunOutcome.of(
        cells.start(),
        cell -> byId.get(cell.spec().id()).ended().map(CellRecord::status),
        folder,
        asked.get());
  }
}
