package org.mtlbench.engine.checkpoint;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.UnwritableException;

/**
 * Decides when a checkpoint is written. The state at every boundary that a cell reaches is copied
 * to host memory, which takes milliseconds; it is written to disk when the last write is long
 * enough ago, and when the worker is asked to stop.
 */
public final class Checkpointer {
  private final CheckpointFile file;
  private final EventWriter events;
  private final long everyNanos;
  private long written = System.nanoTime();
  private Optional<Checkpoint> pending = Optional.empty();
  private boolean warned;

  /**
   * A checkpointer before the first boundary.
   *
   * @param file where checkpoints go
   * @param events of the cell
   * @param every the minimum time between two of them; zero for every boundary
   */
  public Checkpointer(CheckpointFile file, EventWriter events, Duration every) {
    this.file = file;
    this.events = events;
    this.everyNanos = every.toNanos();
  }

  /**
   * A boundary was reached. A failed write does not stop the training: it is reported once, and the
   * next boundary tries again.
   *
   * @param progress of the cell
   * @param state of the training it is in; empty between trainings
   */
  public synchronized void reached(ProgressState progress, Optional<CheckpointedState> state)
      throws IOException {
    // The last one's memory is about to be used again.
    pending = Optional.empty();
    HostState content = state.map(CheckpointedState::capture).orElse(HostState.NONE);
    pending = Optional.of(new Checkpoint(progress, content));
    if (System.nanoTime() - written >= everyNanos) {
      try {
        flush();
      } catch (UnwritableException e) {
        LOG.warning("no checkpoint: " + e.getMessage());
        if (!warned) {
          warned = true;
          events.write(new Event.Warned(e.getMessage() + "; the training goes on without it"));
        }
      }
    }
  }

  /**
   * Writes the last boundary reached, if it is not on disk yet; from any thread.
   *
   * @throws UnwritableException if the disk does not take it
   */
  public synchronized void flush() throws IOException {
    if (pending.isPresent()) {
      // Counted from the attempt, so that a full disk is not tried at every boundary.
      written = System.nanoTime();
      events.force();
      file.write(pending.get());
      LOG.info(
          "checkpoint of "
              + PlainFile.size(file.size())
              + " written in "
              + (System.nanoTime() - written) / 1_000_000
              + " ms");
      pending = Optional.empty();
    }
  }

  /** Deletes what was written; for a cell that has its result. */
  public synchronized void delete() throws IOException {
    pending = Optional.empty();
    file.delete();
  }
}
