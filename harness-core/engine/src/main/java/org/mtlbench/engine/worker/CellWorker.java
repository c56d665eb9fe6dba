package org.mtlbench.engine.worker;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.engine.checkpoint.Checkpoint;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.engine.lock.WaitingLock;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;

/** Trains and tests one cell, and writes its record in any case. */
final class CellWorker {
  private final WorkOrder order;
  private final PluginRegistry registry;
  private final StopSignal stop;
  private final Instant started = Instant.now();
  private final RunFolder folder;
  private final CheckpointFile checkpoints;

  CellWorker(WorkOrder order, PluginRegistry registry, StopSignal stop) {
    this.order = order;
    this.registry = registry;
    this.stop = stop;
    folder = RunFolder.at(order.out());
    checkpoints = new CheckpointFile(folder.checkpointFile(order.cell().id()));
  }

  /**
   * Trains the cell, from the last checkpoint if there is one. An exception of a plugin becomes the
   * reason in the record.
   *
   * @throws StoppedException if the worker was asked to stop; it wrote no record then, but a
   *     checkpoint of the last boundary
   * @throws IOException if the run folder cannot be read or written
   */
  void work() throws IOException {
    String id = order.cell().id();
    try (WaitingLock lock = WaitingLock.take(folder.cellLock(id), stop::check)) {
      // The worker of a killed runner may get here late and must not change anything then.
      stop.check();
      try (EventWriter events = EventWriter.open(folder.eventFile(id))) {
        LOG.info(
            "cell "
                + id
                + ": worker started, process "
                + ProcessHandle.current().pid()
                + ", "
                + order.device()
                + ", "
                + order.threads()
                + " threads");
        Checkpointer checkpointer = new Checkpointer(checkpoints, events, order.checkpointEvery());
        stop.whenRaised(checkpointer::flush);
        CellRecord record = attempt(events, checkpointer);
        folder.writeCell(record);
        LOG.info(
            "cell "
                + id
                + " ended: "
                + record.status().word()
                + record.reason().map(reason -> ", " + reason).orElse(""));
        if (record.status() != CellStatus.FAILED) {
          checkpointer.delete();
        }
        events.write(new Event.CellEnded(record.status(), record.reason()));
      }
    }
  }

  private CellRecord attempt(EventWriter events, Checkpointer checkpointer) throws IOException {
    try {
      return attempt(events, checkpointer, checkpoints.read(order.checkpointKey()));
    } catch (UnusableCheckpointException e) {
      LOG.warning("checkpoint deleted, it cannot be used: " + e.getMessage());
      checkpoints.delete();
      events.write(
          new Event.Warned(
              "cell "
                  + order.cell().id()
                  + " starts over, its checkpoint cannot be used: "
                  + e.getMessage()));
      return attempt(events, checkpointer, Optional.empty());
    }
  }

  private CellRecord attempt(
      EventWriter events, Checkpointer checkpointer, Optional<Checkpoint> start)
      throws IOException {
    CellProgress progress = new CellProgress(order.checkpointKey(), checkpointer, events, start);
    CellRecordBuilder record = CellRecords.begin(order);
    Optional<Failure> failure = Optional.empty();
    try {
      new CellTraining(order, registry, stop, progress, record).run(events);
    } catch (StoppedException e) {
      LOG.info("stopped at a boundary, as asked");
      checkpointer.flush();
      throw e;
    } catch (IOException e) {
      // A problem of the run folder, not of the cell; plugins do not throw it.
      throw e;
    } catch (DivergedException e) {
      failure = Optional.of(Failure.of(e));
    } catch (Throwable e) {
      // Includes errors: a plugin with a missing class or too little memory fails only its own row.
      e.printStackTrace();
      failure = Optional.of(Failure.of(e));
    }
    CellRecords.close(record, order, started, progress.peakMemory());
    return failure.map(f -> ended(record, f)).orElseGet(record::done);
  }

  /** The runner adds the end of the log after the worker has written its last line. */
  private static CellRecord ended(CellRecordBuilder record, Failure failure) {
    CellRecord ended = record.ended(failure.status(), failure.reason());
    return failure.status() == CellStatus.FAILED
        ? ended.failing(new FailureRecord(failure.kind(), List.of()))
        : ended;
  }
}
