package org.mtlbench.engine.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.ProgressState;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.worker.RecordPublication;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.CellAttempts;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;

/** Prepares the files that earlier attempts of a cell left for the attempt that starts. */
public final class CellRecovery {
  private final RunFolder folder;
  private final CellAttempts attempts;
  private final WorkOrder order;
  private final CellListener listener;
  private final Logger log;

  /**
   * Creates the recovery.
   *
   * @param order a work order with the token of a claim
   */
  CellRecovery(WorkOrder order, CellListener listener, Logger log) {
    this.folder = RunFolder.at(order.out());
    this.attempts = folder.attempts(order.cell().id());
    this.order = order;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Removes a record that is not an up-to-date result, so that one can be published, and adopts the
   * newest usable checkpoint of earlier attempts: it gets a second name with the token of this one,
   * and the events before it are copied. The predecessor may still live and write; it has its own
   * files.
   *
   * @return the cell's result, if an earlier attempt finished
   */
  Optional<CellRecord> prepare() throws IOException {
    String id = attempts.id();
    long token = order.token();
    RecordPublication publication = new RecordPublication(order);
    Optional<CellRecord> result = publication.result();
    if (result.isPresent()) {
      return result;
    }
    for (Path file :
        List.of(
            folder.cellFile(id),
            folder.publishedEvents(id),
            folder.logFile(id),
            attempts.checkpointFile(token),
            attempts.eventFile(token))) {
      moveAside(file);
    }
    publication.removeOutdated();
    boolean adopted = false;
    for (long earlier = token - 1; earlier > 0 && !adopted; earlier--) {
      moveAside(attempts.checkpointFile(earlier));
      adopted = adopt(earlier);
    }
    if (adopted) {
      log.info("cell " + id + " resumes from its checkpoint");
    }
    attempts.deleteBelow(token);
    return Optional.empty();
  }

  /** Renames a folder or a pipe in place of a file, which would end the run. */
  private void moveAside(Path file) throws IOException {
    Optional<Path> aside = PlainFile.moveAside(file);
    aside.ifPresent(
        path ->
            listener.warned(
                file + " was not a plain file and was renamed to " + path.getFileName()));
  }

  /**
   * Adopts the checkpoint of an attempt. It gets its final name last, so that it is found only
   * together with its events.
   *
   * @return false if there is none, or it is unusable
   */
  private boolean adopt(long earlier) throws IOException {
    Path own = attempts.checkpointFile(order.token());
    Path pinned = own.resolveSibling("." + own.getFileName() + ".adopted.tmp");
    try {
      Files.deleteIfExists(pinned);
      AtomicFile.link(attempts.checkpointFile(earlier), pinned);
      ProgressState progress =
          new CheckpointFile(pinned).verify(order.checkpointKey()).orElseThrow();
      Path events = attempts.eventFile(earlier);
      copyStart(
          Files.exists(events) ? events : folder.publishedEvents(attempts.id()),
          progress.eventBytes());
      Files.move(pinned, own, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (UnusableCheckpointException e) {
      listener.warned(
          "cell "
              + attempts.id()
              + " starts over, its checkpoint cannot be used: "
              + e.getMessage());
      return false;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw UnwritableException.of(own, e);
    } finally {
      Files.deleteIfExists(pinned);
    }
  }

  /** Copies the events before a checkpoint; those after it will be written again. */
  private void copyStart(Path events, long length) throws IOException {
    Path own = attempts.eventFile(order.token());
    try (OutputStream out = Files.newOutputStream(own)) {
      if (Files.isRegularFile(events)) {
        try (InputStream in = Files.newInputStream(events)) {
          byte[] buffer = new byte[1 << 16];
          long left = length;
          int read = 0;
          while (left > 0 && read >= 0) {
            read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            out.write(buffer, 0, Math.max(0, read));
            left -= Math.max(0, read);
          }
        }
      }
    } catch (IOException e) {
      throw UnwritableException.of(own, e);
    }
  }

  /**
   * The point at which a cell resumes according to its checkpoint, for display; empty if it has no
   * readable checkpoint.
   */
  public static Optional<Event.CellResumed> resumePoint(
      RunFolder folder, PlannedCell cell, WorkOrder order) {
    return folder
        .attempts(cell.spec().id())
        .newestCheckpoint()
        .flatMap(file -> resumePoint(new CheckpointFile(file), cell, order.checkpointKey()));
  }

  /** As above, for a checkpoint file. */
  static Optional<Event.CellResumed> resumePoint(
      CheckpointFile file, PlannedCell cell, CheckpointKey key) {
    try {
      return file.readProgress(key).map(progress -> resumePoint(cell, progress));
    } catch (IOException e) {
      // Not reported: the checkpoint is read again when the cell starts, which reports the problem.
      return Optional.empty();
    }
  }

  /** As above, from the progress in the checkpoint; the last epoch if training is finished. */
  static Event.CellResumed resumePoint(PlannedCell cell, ProgressState progress) {
    List<Phase> phases = cell.allPhases();
    int before =
        cell.trials().stream().limit(progress.trials().size()).mapToInt(List::size).sum()
            + progress.training().map(ProgressState.Training::phase).orElse(0);
    if (before >= phases.size()) {
      Phase last = phases.get(phases.size() - 1);
      return new Event.CellResumed(last.name(), last.epochs());
    }
    return new Event.CellResumed(
        phases.get(before).name(),
        progress.training().map(ProgressState.Training::epochs).orElse(0));
  }
}
