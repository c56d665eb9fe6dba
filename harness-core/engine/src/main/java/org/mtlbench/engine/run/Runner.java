package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Shard;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.run.RunRecord;

/**
 * Runs a plan: one worker process per cell without a result, as many at a time as there are slots,
 * the longest expected first. An instance can be used for one run.
 */
public final class Runner {
  /** Longer than a worker can outlive its runner: older temporary files are not being written. */
  private static final Duration STALE = Duration.ofMinutes(1);

  /** The space in bytes that every run needs for its first records. */
  private static final int PROBE = 1 << 16;

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
    RunFolders.check(folder, plan);
    Map<PluginChoice, SourceData> sources = SourceData.inspect(plan, plugins, options.data());
    create(folder);
    Optional<Shard> shard = options.part().map(ShardAssignment::shard);
    try (FolderLock lock = FolderLock.take(folder.root(), shard);
        RunLog log =
            RunLog.open(folder.logs().resolve(FolderLock.name(shard) + ".log"), follower)) {
      begin(plan, options, log.logger());
      try {
        RunOutcome outcome = run(plan, options, folder, sources, log);
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

  private RunOutcome run(
      Plan plan,
      RunOptions options,
      RunFolder folder,
      Map<PluginChoice, SourceData> sources,
      RunLog log)
      throws IOException, InterruptedException {
    RunListener told = new LoggedListener(listener, log.logger());
    Optional<RunRecord> earlier = RunFolders.check(folder, plan);
    if (earlier.isEmpty() && folder.hasRun()) {
      told.warned(folder.runFile() + " is half-written and is recreated");
    }
    int stale = folder.deleteStaleTemporaries(STALE);
    if (stale > 0) {
      log.logger().info(stale + " temporary files of earlier runs deleted");
    }
    CellsRead cells = folder.readCells();
    cells.warnings().forEach(warning -> told.warned(warning + "; it counts as missing"));
    Set<String> finished =
        cells.cells().stream()
            .filter(CellRecord::hasResult)
            .map(CellRecord::id)
            .collect(Collectors.toSet());
    CellPluginInfos infos = new CellPluginInfos(plugins.catalogue());
    RunRecord record = RunRecords.of(plan, options, sources, infos, earlier, finished);
    folder.writeRun(record);
    WorkOrderFactory orders = new WorkOrderFactory(infos, options, sources);
    return run(plan, options, orders, folder, record, told, log);
  }

  /** Creates the folder; detects an unwritable folder before a cell starts. */
  private static void create(RunFolder folder) {
    try {
      folder.create();
      probe(folder);
    } catch (IOException e) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          "--out: " + UnwritableException.of(folder.root(), e).getMessage(),
          "Name a writable folder on a disk with free space");
    }
  }

  /** The operating system deletes the file once it is open, so a kill leaves none behind. */
  private static void probe(RunFolder folder) throws IOException {
    Path file = folder.checkpoints().resolve(".writable." + UUID.randomUUID() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      ByteBuffer room = ByteBuffer.allocate(PROBE);
      while (room.hasRemaining()) {
        channel.write(room);
      }
      channel.force(true);
    }
  }

  private RunOutcome run(
      Plan plan,
      RunOptions options,
      WorkOrderFactory orders,
      RunFolder folder,
      RunRecord run,
      RunListener told,
      RunLog log)
      throws IOException, InterruptedException {
    List<CellRun> runs = new ArrayList<>();
    List<PlannedCell> kept = new ArrayList<>();
    Map<String, Event.CellResumed> resuming = new HashMap<>();
    int diverged = 0;
    int again = 0;
    List<PlannedCell> longestFirst =
        new ArrayList<>(options.part().map(part -> plan.only(part.cells())).orElse(plan).cells());
    longestFirst.sort(Comparator.comparingDouble(PlannedCell::estimatedSeconds).reversed());
    for (PlannedCell cell : longestFirst) {
      WorkOrder order = orders.of(cell);
      Optional<CellRecord> earlier = folder.readCell(cell.spec().id());
      boolean current = earlier.filter(record -> current(record, order)).isPresent();
      boolean failed = earlier.filter(record -> !record.hasResult()).isPresent() && !current;
      if (options.policy().onlyFailed() && !failed) {
        continue;
      }
      if (current) {
        kept.add(cell);
        diverged += earlier.get().hasResult() ? 0 : 1;
        CellRecovery.clear(folder, cell.spec().id());
      } else {
        again += earlier.isPresent() ? 1 : 0;
        CellRecovery.resumePoint(folder, cell, order)
            .ifPresent(point -> resuming.put(cell.spec().id(), point));
        runs.add(new CellRun(cell, order, options.policy().timeout(), told, log));
      }
    }
    RunStart start =
        new RunStart(
            kept,
            diverged,
            again,
            runs.stream().map(CellRun::cell).toList(),
            run.datasets(),
            resuming);
    told.begun(start);
    SlotAdmission admission = new SlotAdmission(options, log.logger()::info);
    new Slots(options, told, stopping, admission).run(runs);
    return outcome(start, runs, folder);
  }

  /**
   * Whether a record is up to date: code, engine and data are unchanged. Divergence counts as a
   * result.
   */
  static boolean current(CellRecord record, WorkOrder order) {
    return (record.status() == CellStatus.DONE || record.status() == CellStatus.DIVERGED)
        && record.provenance().hash().equals(order.origin().hash());
  }

  /**
   * Counts only records that this run kept or wrote, since the folder also contains old records of
   * queued cells.
   */
  private RunOutcome outcome(RunStart start, List<CellRun> runs, RunFolder folder) {
    int done = start.done();
    int failed = 0;
    int diverged = start.diverged();
    int open = 0;
    int checkpoints = 0;
    for (CellRun run : runs) {
      Optional<CellStatus> status = run.ended().map(CellRecord::status);
      if (status.isEmpty()) {
        open++;
        checkpoints += Files.exists(folder.checkpointFile(run.cell().spec().id())) ? 1 : 0;
      } else if (status.get() == CellStatus.DONE) {
        done++;
      } else if (status.get() == CellStatus.DIVERGED) {
        diverged++;
      } else {
        failed++;
      }
    }
    return new RunOutcome(done, failed, diverged, open, checkpoints, asked.get());
  }
}
