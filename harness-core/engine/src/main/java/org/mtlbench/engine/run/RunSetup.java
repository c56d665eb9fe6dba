package org.mtlbench.engine.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cell.CellRecovery;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Shard;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.run.RunRecord;

/**
 * A run folder that is locked for a plan: checked, created if it was missing, and ready to be
 * written. Closing it releases the lock.
 */
public final class RunSetup implements Closeable {
  /** Older temporary files are not being written. */
  private static final Duration STALE = Duration.ofMinutes(1);

  /** The space in bytes that every run needs for its first records. */
  private static final int PROBE = 1 << 16;

  private final Plugins plugins;
  private final Plan plan;
  private final RunOptions options;
  private final RunFolder folder;
  private final Map<PluginChoice, SourceData> sources;
  private final FolderLock lock;

  private RunSetup(
      Plugins plugins,
      Plan plan,
      RunOptions options,
      Map<PluginChoice, SourceData> sources,
      FolderLock lock) {
    this.plugins = plugins;
    this.plan = plan;
    this.options = options;
    this.folder = RunFolder.at(options.out());
    this.sources = sources;
    this.lock = lock;
  }

  /**
   * The cells of a run.
   *
   * @param start the state at the start
   * @param orders the work orders of the cells to run, in the order of {@code start.toRun()}
   */
  public record Cells(RunStart start, List<WorkOrder> orders) {
    /** Makes a defensive copy of the list. */
    public Cells {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Checks the folder and the source data, creates the folder, and locks it.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the folder contains something else,
   *     or source data cannot be used
   * @throws HarnessException if the folder is in use or cannot be written
   */
  public static RunSetup open(Plugins plugins, Plan plan, RunOptions options) throws IOException {
    RunFolder folder = RunFolder.at(options.out());
    RunFolders.check(folder, plan);
    Map<PluginChoice, SourceData> sources = SourceData.inspect(plan, plugins, options.data());
    create(folder);
    Optional<Shard> shard = options.part().map(ShardAssignment::shard);
    return new RunSetup(plugins, plan, options, sources, FolderLock.take(folder.root(), shard));
  }

  /**
   * Writes {@code run.json} and selects the cells to run, the longest expected first.
   *
   * @param listener receives warnings
   */
  public Cells write(RunListener listener, Logger log) throws IOException {
    Optional<RunRecord> earlier = RunFolders.check(folder, plan);
    if (earlier.isEmpty() && folder.hasRun()) {
      listener.warned(folder.runFile() + " is half-written and is recreated");
    }
    int stale = folder.deleteStaleTemporaries(STALE);
    if (stale > 0) {
      log.info(stale + " temporary files of earlier runs deleted");
    }
    CellsRead cells = folder.readCells();
    cells.warnings().forEach(warning -> listener.warned(warning + "; it counts as missing"));
    Set<String> finished =
        cells.cells().stream()
            .filter(CellRecord::hasResult)
            .map(CellRecord::id)
            .collect(Collectors.toSet());
    CellPluginInfos infos = new CellPluginInfos(plugins.catalogue());
    RunRecord record = RunRecords.of(plan, options, sources, infos, earlier, finished);
    folder.writeRun(record);
    return select(new WorkOrderFactory(infos, options, sources), record);
  }

  private Cells select(WorkOrderFactory factory, RunRecord run) throws IOException {
    List<WorkOrder> orders = new ArrayList<>();
    List<PlannedCell> toRun = new ArrayList<>();
    List<PlannedCell> kept = new ArrayList<>();
    Map<String, Event.CellResumed> resuming = new HashMap<>();
    int diverged = 0;
    int again = 0;
    List<PlannedCell> longestFirst =
        new ArrayList<>(options.part().map(part -> plan.only(part.cells())).orElse(plan).cells());
    longestFirst.sort(Comparator.comparingDouble(PlannedCell::estimatedSeconds).reversed());
    for (PlannedCell cell : longestFirst) {
      String id = cell.spec().id();
      WorkOrder order = factory.of(cell);
      Optional<CellRecord> earlier = folder.readCell(id);
      boolean current = earlier.filter(order::hasResult).isPresent();
      boolean failed = earlier.filter(record -> !record.hasResult()).isPresent() && !current;
      if (options.policy().onlyFailed() && !failed) {
        continue;
      }
      if (current) {
        kept.add(cell);
        diverged += earlier.get().hasResult() ? 0 : 1;
        folder.attempts(id).settle();
      } else {
        again += earlier.isPresent() ? 1 : 0;
        CellRecovery.resumePoint(folder, cell, order).ifPresent(point -> resuming.put(id, point));
        toRun.add(cell);
        orders.add(order);
      }
    }
    return new Cells(new RunStart(kept, diverged, again, toRun, run.datasets(), resuming), orders);
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

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
