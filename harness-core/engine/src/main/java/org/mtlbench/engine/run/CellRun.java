package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.engine.worker.WorkerMain;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.spi.method.StoppedException;

/** One cell in a worker of its own, watched to its end. */
final class CellRun {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than the grace that workers give themselves. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PlannedCell cell;
  private final WorkOrder order;
  private final RunFolder folder;
  private final RunListener listener;
  private final EventReader events;
  private long offset;

  CellRun(PlannedCell cell, WorkOrder order, RunListener listener) {
    this.cell = cell;
    this.order = order;
    this.folder = RunFolder.at(order.out());
    this.listener = listener;
    this.events = new EventReader(folder.eventFile(cell.spec().id()));
  }

  /**
   * Runs the cell.
   *
   * @param stopping asked again and again; the worker is told to leave when it says so
   * @return how the cell ended; empty if it was stopped before
   */
  Optional<CellRecord> run(BooleanSupplier stopping) throws IOException, InterruptedException {
    String id = cell.spec().id();
    Path log = folder.logFile(id);
    Optional<CellRecord> finished;
    try {
      finished = new Takeover(order, listener).prepare(stopping);
    } catch (StoppedException e) {
      return Optional.empty();
    }
    if (finished.isPresent()) {
      listener.cellEnded(cell, finished.get());
      return finished;
    }
    offset = events.readAll().offset();
    Instant started = Instant.now();
    try (WorkerProcess worker = WorkerProcess.start(order, log)) {
      listener.cellStarted(cell);
      watch(worker, stopping);
      Optional<CellRecord> record = folder.readCell(id);
      if (record.isEmpty() && worker.exitCode() == WorkerMain.UNWRITABLE) {
        throw new UnwritableException(WorkerExit.lastLine(log));
      }
      if (record.isEmpty() && !stopping.getAsBoolean()) {
        String reason = WorkerExit.describe(worker.exitCode(), log);
        record = Optional.of(CellRecords.lost(order, started, reason));
        folder.writeCell(record.get());
      }
      record.ifPresent(ended -> listener.cellEnded(cell, ended));
      return record;
    }
  }

  private void watch(WorkerProcess worker, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    Optional<Instant> deadline = Optional.empty();
    boolean ended = false;
    try {
      while (!ended) {
        ended = worker.awaitEnd(POLL);
        tail();
        if (stopping.getAsBoolean()) {
          worker.close();
          deadline = Optional.of(deadline.orElse(Instant.now().plus(PATIENCE)));
        }
        if (deadline.isPresent() && Instant.now().isAfter(deadline.get())) {
          worker.kill();
        }
      }
    } finally {
      if (!ended) {
        worker.kill();
      }
    }
  }

  private void tail() throws IOException {
    EventReader.Batch batch = events.readFrom(offset);
    offset = batch.offset();
    batch.warnings().forEach(listener::warned);
    for (Event event : batch.events()) {
      if (event instanceof Event.Warned warning) {
        listener.warned(warning.sentence());
      }
      listener.reported(cell, event);
    }
  }
}
