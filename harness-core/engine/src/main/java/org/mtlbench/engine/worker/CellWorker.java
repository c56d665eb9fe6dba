package org.mtlbench.engine.worker;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.engine.checkpoint.Checkpoint;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.engine.lock.Claim;
import org.mtlbench.engine.log.LogTail;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.model.RowModels;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;

/** Trains and tests one claimed cell, and publishes its record in any case. */
final class CellWorker {
  private final WorkOrder order;
  private final PluginRegistry registry;
  private final StopSignal stop;
  private final Instant started = Instant.now();
  private final RunFolder folder;
  private final Claim claim;
  private final CheckpointFile checkpoints;

  /**
   * Creates a worker.
   *
   * @param order a work order with the token of a claim
   */
  CellWorker(WorkOrder order, PluginRegistry registry, StopSignal stop) {
    this.order = order;
    this.registry = registry;
    this.stop = stop;
    String id = order.cell().id();
    folder = RunFolder.at(order.out());
    claim = Claim.held(folder, id, order.token());
    checkpoints = new CheckpointFile(folder.attempts(id).checkpointFile(order.token()));
  }

  /**
   * Trains the cell, from its checkpoint if there is one. An exception of a plugin becomes the
   * reason in the record.
   *
   * @throws StoppedException if the worker was asked to stop, then it wrote a checkpoint of the
   *     last boundary; or if another process has claimed the cell, then it wrote nothing. There is
   *     no record in both cases
   * @throws IOException if the run folder cannot be read or written
   */
  void work() throws IOException {
    String id = order.cell().id();
    // The worker of a killed runner may get here late and must not change anything then.
    stop.check();
    if (claim.superseded()) {
      throw superseded();
    }
    try (EventWriter events = EventWriter.open(folder.attempts(id).eventFile(order.token()))) {
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
      Checkpointer checkpointer =
          new Checkpointer(checkpoints, events, order.checkpointEvery(), claim::superseded);
      stop.alsoIf(claim::noticedSuperseded);
      stop.whenRaised(checkpointer::flush);
      CellRecord record = attempt(events, checkpointer);
      CellRecord inPlace =
          new RecordPublication(order).publish(record).orElseThrow(CellWorker::superseded);
      if (!inPlace.equals(record)) {
        LOG.info("the result of an earlier attempt was published first and is kept");
      }
      if (order.keepModels() == KeepModels.BEST) {
        RowModels.keepBest(folder, id);
      }
      LOG.info(
          "cell "
              + id
              + " ended: "
              + inPlace.status().word()
              + inPlace.reason().map(reason -> ", " + reason).orElse(""));
      if (inPlace.status() != CellStatus.FAILED) {
        checkpointer.delete();
      }
      events.write(new Event.CellEnded(inPlace.status(), inPlace.reason()));
    }
  }

  private static StoppedException superseded() {
    LOG.info("stopped without writing: another process has claimed the cell");
    return new StoppedException();
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
      if (claim.superseded()) {
        throw superseded();
      }
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

  private CellRecord ended(CellRecordBuilder record, Failure failure) {
    CellRecord ended = record.ended(failure.status(), failure.reason());
    return failure.status() == CellStatus.FAILED
        ? ended.failing(
            new FailureRecord(failure.kind(), LogTail.of(folder.logFile(order.cell().id()))))
        : ended;
  }
}
