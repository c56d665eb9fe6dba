package org.mtlbench.engine.cell;

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
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.environment.Durations;
import org.mtlbench.engine.lock.Claim;
import org.mtlbench.engine.log.GrowingLog;
import org.mtlbench.engine.log.LogTail;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.process.WorkerExit;
import org.mtlbench.engine.process.WorkerProcess;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.engine.worker.RecordPublication;
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
import org.mtlbench.results.folder.CellAttempts;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;

/**
 * Runs a cell: claims it, starts a worker process and supervises it. The claim supersedes those of
 * earlier attempts, also if their processes still live.
 */
public final class CellRun {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than the grace period of workers. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WorkOrder order;
  private final Optional<Duration> timeout;
  private final RunFolder folder;
  private final String id;
  private final CellListener listener;
  private final RunLog log;
  private int count;
  private boolean superseded;
  private Optional<CellRecord> ended = Optional.empty();

  /**
   * Creates a run.
   *
   * @param order a work order, not claimed
   * @param timeout time limit of an attempt
   */
  public CellRun(WorkOrder order, Optional<Duration> timeout, CellListener listener, RunLog log) {
    this.order = order;
    this.timeout = timeout;
    this.folder = RunFolder.at(order.out());
    this.id = order.cell().id();
    this.listener = listener;
    this.log = log;
  }

  /** The number of attempts so far. */
  public int attempts() {
    return count;
  }

  /** The record of the last attempt; empty if the cell was not run, was stopped, or superseded. */
  public Optional<CellRecord> ended() {
    return ended;
  }

  /** Whether the last attempt stopped because another process claimed the cell. */
  public boolean superseded() {
    return superseded;
  }

  /**
   * Makes an attempt, unless the cell has an up-to-date result.
   *
   * @param device device of the slot
   * @param stopping polled regularly; the worker is stopped when it returns true
   * @return the record; empty if the cell was stopped before its end, or is superseded
   * @throws UnwritableException if the run folder cannot be written
   */
  public Optional<CellRecord> run(ComputeDevice device, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    ended = Optional.empty();
    superseded = false;
    count++;
    WorkOrder here = order.forDevice(device);
    Optional<CellRecord> finished = new RecordPublication(here).result();
    if (finished.isEmpty()) {
      Claim claim = Claim.take(folder, id);
      here = here.claimed(claim.token());
      finished = new CellRecovery(here, listener, log.logger()).prepare();
      if (finished.isEmpty()) {
        ended = new Attempt(here, claim).run(stopping);
        return ended;
      }
    }
    log.logger().info("cell " + id + " was finished by another process");
    folder.attempts(id).settle();
    ended = finished;
    return ended;
  }

  /** An attempt that holds a claim. */
  private final class Attempt {
    private final WorkOrder here;
    private final Claim claim;
    private final RecordPublication publication;
    private final CellAttempts files;
    private final Path output;
    private final EventReader events;
    private final Instant started = Instant.now();
    private long offset;

    Attempt(WorkOrder here, Claim claim) {
      this.here = here;
      this.claim = claim;
      this.publication = new RecordPublication(here);
      this.files = folder.attempts(id);
      this.output = folder.logFile(id);
      this.events = new EventReader(files.eventFile(claim.token()));
    }

    Optional<CellRecord> run(BooleanSupplier stopping) throws IOException, InterruptedException {
      offset = EventWriter.lengthOf(files.eventFile(claim.token()));
      Optional<CellRecord> record = Optional.empty();
      if (!claim.superseded()) {
        Optional<WorkerProcess> start = start(here, output);
        if (start.isEmpty()) {
          record = publication.publish(noProcess());
        } else {
          try (WorkerProcess worker = start.get()) {
            record = supervise(worker, stopping);
          }
        }
      }
      if (claim.superseded()) {
        superseded = true;
        listener.warned("cell " + id + " was claimed by another process and is left to it");
        record = publication.result();
        if (record.isPresent() && Files.exists(folder.publishedEvents(id))) {
          // A write that was under way when this process was stopped may have left a file.
          files.delete(claim.token());
        }
        return record;
      }
      if (record.filter(here::hasResult).isPresent()) {
        files.settle();
      } else if (record.isPresent()) {
        // The checkpoint stays: the next attempt may resume from it.
        files.publishEvents(claim.token());
      }
      return record;
    }

    private Optional<CellRecord> supervise(WorkerProcess worker, BooleanSupplier stopping)
        throws IOException, InterruptedException {
      listener.started();
      log.logger()
          .info(
              "cell "
                  + id
                  + ": attempt "
                  + count
                  + " in process "
                  + worker.pid()
                  + " on "
                  + here.device()
                  + ", claim "
                  + claim.token());
      boolean late = watch(worker, stopping);
      Optional<CellRecord> record = folder.readCell(id);
      if (record.isPresent() || claim.superseded()) {
        return record;
      }
      if (worker.exitCode() == WorkerMain.UNWRITABLE) {
        String words = WorkerExit.lastWords(LogTail.of(output));
        throw new UnwritableException(
            words.isEmpty() ? "a worker could not read or write " + folder.root() : words);
      }
      if (late) {
        return publication.publish(timedOut());
      }
      if (stopping.getAsBoolean()) {
        return Optional.empty();
      }
      WorkerExit exit = WorkerExit.of(worker.exitCode(), output);
      return publication.publish(
          CellRecords.lost(here, started, CellStatus.FAILED, exit.reason())
              .failing(exit.failure(output)));
    }

    private CellRecord noProcess() {
      String reason = "out of memory: the system could not start a worker";
      return CellRecords.lost(here, started, CellStatus.FAILED, reason)
          .failing(new FailureRecord(FailureKind.OUT_OF_NATIVE_MEMORY, List.of()));
    }

    private CellRecord timedOut() {
      String reason = "no end within " + Durations.text(timeout.orElseThrow()) + " (--timeout)";
      return CellRecords.lost(here, started, CellStatus.TIMEOUT, reason)
          .failing(new FailureRecord(FailureKind.TIMED_OUT, LogTail.of(output)));
    }

    /** Supervises the worker until its end; returns whether the time limit was exceeded. */
    private boolean watch(WorkerProcess worker, BooleanSupplier stopping)
        throws IOException, InterruptedException {
      GrowingLog lines = new GrowingLog(output);
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
          lines.newLines().forEach(log::follow);
          if (lines.keepBelowLimit()) {
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

    /** Passes on the worker's new events; returns whether they include the cell's end. */
    private boolean tail() throws IOException {
      EventReader.Batch batch = events.readFrom(offset);
      offset = batch.offset();
      batch.warnings().forEach(listener::warned);
      for (Event event : batch.events()) {
        if (event instanceof Event.Warned warning) {
          listener.warned(warning.sentence());
        }
        listener.reported(event);
      }
      return batch.events().stream().anyMatch(Event.CellEnded.class::isInstance);
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

  private HarnessException removed() {
    return new HarnessException(
        ErrorCategory.STORAGE,
        "run folder: " + folder.root() + " was removed while cells were running in it",
        "Its content is lost; the same command starts over",
        new UnwritableException(folder.runFile() + " is missing"));
  }
}
