package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.log.GrowingLog;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.process.LogTail;
import org.mtlbench.engine.process.WorkerExit;
import org.mtlbench.engine.process.WorkerProcess;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.engine.worker.ThrownFailure;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.engine.worker.WorkerMain;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;

/** Runs a cell in a worker process and supervises it. */
final class CellRun {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than the grace period of workers. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PlannedCell cell;
  private final WorkOrder order;
  private final Optional<Duration> timeout;
  private final RunFolder folder;
  private final RunListener listener;
  private final RunLog log;
  private final EventReader events;
  private long offset;
  private int attempts;
  private Optional<CellRecord> ended = Optional.empty();

  CellRun(
      PlannedCell cell,
      WorkOrder order,
      Optional<Duration> timeout,
      RunListener listener,
      RunLog log) {
    this.cell = cell;
    this.order = order;
    this.timeout = timeout;
    this.folder = RunFolder.at(order.out());
    this.listener = listener;
    this.log = log;
    this.events = new EventReader(folder.eventFile(cell.spec().id()));
  }

  /** The cell. */
  PlannedCell cell() {
    return cell;
  }

  /** The number of attempts so far. */
  int attempts() {
    return attempts;
  }

  /** The record of the last attempt; empty if the cell was not run, or was stopped. */
  Optional<CellRecord> ended() {
    return ended;
  }

  /**
   * Runs the cell.
   *
   * @param device device of the slot
   * @param stopping polled regularly; the worker is stopped when it returns true
   * @return the record; empty if the cell was stopped before its end
   */
  Optional<CellRecord> run(ComputeDevice device, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    ended = Optional.empty();
    ended = attempt(device, stopping);
    return ended;
  }

  private Optional<CellRecord> attempt(ComputeDevice device, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    String id = cell.spec().id();
    Path output = folder.logFile(id);
    attempts++;
    WorkOrder here = order.forDevice(device);
    Optional<CellRecord> finished;
    try {
      finished = new CellRecovery(here, listener, log.logger()).prepare(stopping);
    } catch (StoppedException e) {
      return Optional.empty();
    }
    if (finished.isPresent()) {
      log.logger().info("cell " + id + " was finished by the worker of an earlier run");
      return finished;
    }
    offset = EventWriter.lengthOf(folder.eventFile(id));
    Instant started = Instant.now();
    Optional<WorkerProcess> start = start(here, output);
    if (start.isEmpty()) {
      return Optional.of(noProcess(here, started));
    }
    try (WorkerProcess worker = start.get()) {
      listener.cellStarted(cell);
      log.logger()
          .info(
              "cell "
                  + id
                  + ": attempt "
                  + attempts
                  + " in process "
                  + worker.pid()
                  + " on "
                  + device);
      boolean late = watch(worker, stopping);
      Optional<CellRecord> record = folder.readCell(id);
      if (record.isEmpty() && worker.exitCode() == WorkerMain.UNWRITABLE) {
        String words = WorkerExit.lastWords(LogTail.of(output));
        throw new UnwritableException(
            words.isEmpty() ? "a worker could not read or write " + folder.root() : words);
      }
      if (record.isEmpty() && late) {
        record = Optional.of(timedOut(here, started));
      } else if (record.isEmpty() && !stopping.getAsBoolean()) {
        WorkerExit exit = WorkerExit.of(worker.exitCode(), output);
        record =
            Optional.of(
                CellRecords.lost(here, started, CellStatus.FAILED, exit.reason())
                    .failing(exit.failure(output)));
      }
      if (record.isPresent()) {
        record = Optional.of(explained(record.get(), output));
      }
      return record;
    }
  }

  /** Starts a worker; empty if the system has no memory for it. */
  private static Optional<WorkerProcess> start(WorkOrder order, Path log) throws IOException {
    try {
      return Optional.of(WorkerProcess.start(order, log));
    } catch (IOException e) {
      if (ThrownFailure.kind(e) == FailureKind.THREW) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private CellRecord noProcess(WorkOrder here, Instant started) throws IOException {
    String reason = "out of memory: the system could not start a worker";
    CellRecord record =
        CellRecords.lost(here, started, CellStatus.FAILED, reason)
            .failing(new FailureRecord(FailureKind.OUT_OF_NATIVE_MEMORY, List.of()));
    folder.writeCell(record);
    return record;
  }

  private CellRecord timedOut(WorkOrder here, Instant started) {
    String reason = "no end within " + Durations.text(timeout.orElseThrow()) + " (--timeout)";
    return CellRecords.lost(here, started, CellStatus.TIMEOUT, reason)
        .failing(
            new FailureRecord(FailureKind.TIMED_OUT, LogTail.of(folder.logFile(cell.spec().id()))));
  }

  /** Adds what the runner knows about a failure to the record of the worker. */
  private CellRecord explained(CellRecord record, Path output) throws IOException {
    if (record.status() == CellStatus.DONE || record.status() == CellStatus.DIVERGED) {
      return record;
    }
    FailureKind kind = record.failure().map(FailureRecord::kind).orElse(FailureKind.THREW);
    CellRecord explained = record.failing(new FailureRecord(kind, LogTail.of(output)));
    folder.writeCell(explained);
    return explained;
  }

  /** Supervises the worker until its end; returns whether the time limit was exceeded. */
  private boolean watch(WorkerProcess worker, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    String id = cell.spec().id();
    GrowingLog output = new GrowingLog(folder.logFile(id));
    Deadline due = timeout.map(Deadline::in).orElse(Deadline.NEVER);
    Deadline patience = Deadline.NEVER;
    boolean late = false;
    boolean over = false;
    boolean gone = false;
    try {
      while (!gone) {
        gone = worker.awaitEnd(POLL);
        if (Files.notExists(folder.runFile())) {
          throw removed();
        }
        output.newLines().forEach(log::follow);
        if (output.keepBelowLimit()) {
          log.logger()
              .warning("cell " + id + " prints too much: the middle of its log was removed");
        }
        // A worker that has reported the end of its cell has nothing left to do.
        over |= tail();
        late |= !gone && !over && due.passed();
        if (!gone && patience.never() && (over || late || stopping.getAsBoolean())) {
          String why =
              over ? "it has ended" : late ? "it exceeded its time limit" : "the run is stopping";
          log.logger().info("cell " + id + ": worker stopped, " + why);
          worker.close();
          patience = Deadline.in(PATIENCE);
        }
        if (!gone && patience.passed()) {
          log.logger().warning("cell " + id + ": worker killed, it did not stop in time");
          worker.kill();
        }
      }
    } finally {
      if (!gone) {
        worker.kill();
      }
    }
    return late;
  }

  private HarnessException removed() {
    return new HarnessException(
        ErrorCategory.STORAGE,
        "run folder: " + folder.root() + " was removed while cells were running in it",
        "Its content is lost; the same command starts over",
        new UnwritableException(folder.runFile() + " is missing"));
  }

  /** Passes on the worker's new events; returns whether they include the cell's end. */
  private boolean tail() throws IOException {
    EventReader.Batch batch = events.readFrom(offset);
    offset = batch.offset();
    batch.warnings().forEach(listener::warned);
    for (Event event : batch.events()) {
      if (event instanceof Event.Warned warning) {
        listener.warned(warning.sentence());
      }
      listener.reported(cell, event);
    }
    return batch.events().stream().anyMatch(Event.CellEnded.class::isInstance);
  }
}
