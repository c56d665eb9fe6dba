package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.ProgressState;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.engine.lock.WaitingLock;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;

/** Prepares the files that earlier workers left of a cell for the next worker. */
final class CellRecovery {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RunFolder folder;
  private final WorkOrder order;
  private final RunListener listener;
  private final Logger log;
  private Deadline silence = Deadline.NEVER;

  CellRecovery(WorkOrder order, RunListener listener, Logger log) {
    this.folder = RunFolder.at(order.out());
    this.order = order;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Waits for the worker of a killed runner, which takes some seconds to stop. Then deletes an old
   * record, so that it is not mistaken for the next attempt's, and the events after the checkpoint,
   * since they will be written again.
   *
   * @return the cell's result, if that worker finished
   * @throws StoppedException if the run is to stop while waiting
   */
  Optional<CellRecord> prepare(BooleanSupplier stopping) throws IOException {
    String id = order.cell().id();
    try (WaitingLock lock = WaitingLock.take(folder.cellLock(id), () -> waitFor(id, stopping))) {
      Optional<CellRecord> result =
          folder.readCell(id).filter(record -> Runner.current(record, order));
      if (result.isEmpty()) {
        for (Path file :
            List.of(
                folder.cellFile(id),
                folder.checkpointFile(id),
                folder.eventFile(id),
                folder.logFile(id))) {
          moveAside(file);
        }
        RunFolder.deleteTemporariesOf(folder.checkpointFile(id));
        RunFolder.deleteTemporariesOf(folder.cellFile(id));
        Files.deleteIfExists(folder.cellFile(id));
        Optional<ProgressState> checkpoint = checkpoint(id);
        if (checkpoint.isPresent()) {
          log.info("cell " + id + " resumes from its checkpoint");
          EventWriter.cut(folder.eventFile(id), checkpoint.get().eventBytes());
        }
      }
      return result;
    }
  }

  /** Renames a folder or a pipe in place of a file, which would end the run. */
  private void moveAside(Path file) throws IOException {
    Optional<Path> aside = PlainFile.moveAside(file);
    aside.ifPresent(
        path ->
            listener.warned(
                file + " was not a plain file and was renamed to " + path.getFileName()));
  }

  private Optional<ProgressState> checkpoint(String id) throws IOException {
    CheckpointFile file = new CheckpointFile(folder.checkpointFile(id));
    try {
      return file.verify(order.checkpointKey());
    } catch (UnusableCheckpointException e) {
      listener.warned(
          "cell " + id + " starts over, its checkpoint cannot be used: " + e.getMessage());
      file.delete();
      return Optional.empty();
    }
  }

  /**
   * The point at which a cell resumes according to its checkpoint, for display; empty if it has no
   * readable checkpoint.
   */
  static Optional<Event.CellResumed> resumePoint(
      RunFolder folder, PlannedCell cell, WorkOrder order) {
    return resumePoint(
        new CheckpointFile(folder.checkpointFile(cell.spec().id())), cell, order.checkpointKey());
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

  /** Workers without a runner stop within seconds; a warning is given once for one that hangs. */
  private void waitFor(String id, BooleanSupplier stopping) {
    if (stopping.getAsBoolean()) {
      throw new StoppedException();
    }
    if (silence.never()) {
      log.info("cell " + id + " waits for the worker of an earlier run");
      silence = Deadline.in(PATIENCE);
    } else if (silence.passed()) {
      silence = Deadline.in(Duration.ofDays(1));
      listener.warned(
          "cell " + id + " waits for the worker of an earlier run, which does not stop; end it");
    }
  }

  /** Deletes the files that a cell with a result no longer needs. */
  static void clear(RunFolder folder, String id) throws IOException {
    for (Path file : List.of(folder.checkpointFile(id), folder.cellLock(id))) {
      if (Files.isRegularFile(file)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
