package org.mtlbench.engine.checkpoint;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.UnwritableException;

/**
 * Decides when a checkpoint is written. At every boundary, the state is copied to host memory,
 * which takes milliseconds. It is written to disk if the last write is long enough ago, or if the
 * worker is asked to stop.
 */
public final class Checkpointer {
  private final CheckpointFile file;
  private final EventWriter events;
  private final long everyNanos;
  private final BooleanSupplier superseded;
  private long written = System.nanoTime();
  private Optional<Checkpoint> pending = Optional.empty();
  private boolean warned;

  /**
   * Creates a checkpointer before the first boundary.
   *
   * @param file the checkpoint file
   * @param events events of the cell
   * @param every minimum time between writes; zero to write at every boundary
   */
  public Checkpointer(CheckpointFile file, EventWriter events, Duration every) {
    this(file, events, every, () -> false);
  }

  /**
   * Creates a checkpointer before the first boundary.
   *
   * @param superseded whether another process trains the cell now; then nothing is written
   */
  public Checkpointer(
      CheckpointFile file, EventWriter events, Duration every, BooleanSupplier superseded) {
    this.file = file;
    this.superseded = superseded;
    this.events = events;
    this.everyNanos = every.toNanos();
  }

  /**
   * Called at a boundary. A failed write does not stop the training: it is reported once, and
   * retried at the next boundary.
   *
   * @param progress progress of the cell
   * @param state state of the current training; empty between trainings
   */
  public synchronized void reached(ProgressState progress, Optional<CheckpointedState> state)
      throws IOException {
    // The memory of the previous state is about to be reused.
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
          events.write(new Event.Warned(e.getMessage() + "; training continues without it"));
        }
      }
    }
  }

  /**
   * Writes the state of the last boundary unless it is on disk already; thread-safe.
   *
   * @throws UnwritableException if it cannot be written
   */
  public synchronized void flush() throws IOException {
    if (pending.isPresent() && !superseded.getAsBoolean()) {
      // Counted from the attempt, so that a full disk is not retried at every boundary.
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

  /** Deletes the checkpoint of a finished cell. */
  public synchronized void delete() throws IOException {
    pending = Optional.empty();
    file.delete();
  }
}
