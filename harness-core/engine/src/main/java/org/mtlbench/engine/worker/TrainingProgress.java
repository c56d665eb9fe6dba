package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.engine.checkpoint.Checkpoint;
import org.mtlbench.engine.checkpoint.CheckpointedState;
import org.mtlbench.engine.checkpoint.HostState;
import org.mtlbench.engine.checkpoint.Standing;
import org.mtlbench.engine.checkpoint.TrainingStanding;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.TaskValues;

/** How far one training has come, in this worker or in earlier ones, and where it is told. */
final class TrainingProgress {
  /** Told of every border that a training reaches. */
  @FunctionalInterface
  interface Borders {
    /** The training stands here, with this state. */
    void reached(TrainingStanding standing, CheckpointedState state) throws IOException;
  }

  private final Borders borders;
  private final Set<String> paid;
  private final HostState saved;
  private final boolean resumed;
  private final Optional<TrainingStanding> start;
  private final Stopwatch watch;
  private final List<PhaseRecord> ended = new ArrayList<>();
  private CellSession session;
  private Stopwatch phaseWatch;
  private int epochs;
  private TaskValues kept;
  private double charged;

  private TrainingProgress(
      Borders borders,
      Collection<String> paid,
      boolean resumed,
      Optional<TrainingStanding> start,
      HostState saved) {
    this.borders = borders;
    this.paid = Set.copyOf(paid);
    this.resumed = resumed;
    this.start = start;
    this.saved = saved;
    watch =
        start
            .map(standing -> new Stopwatch(standing.wallSeconds(), standing.cpuSeconds()))
            .orElseGet(Stopwatch::new);
    phaseWatch =
        start
            .map(s -> new Stopwatch(s.phaseWallSeconds(), s.phaseCpuSeconds()))
            .orElseGet(Stopwatch::new);
    epochs = start.map(TrainingStanding::epochs).orElse(0);
    kept = start.map(TrainingStanding::kept).orElse(TaskValues.none());
    charged = start.map(TrainingStanding::charged).orElse(0.0);
    start.ifPresent(standing -> ended.addAll(standing.ended()));
  }

  /**
   * A training from its beginning.
   *
   * @param paid keys of the artefacts that the cell's earlier trainings have paid for
   */
  static TrainingProgress fresh(Borders borders, Collection<String> paid) {
    return new TrainingProgress(borders, paid, false, Optional.empty(), HostState.NONE);
  }

  /** A training that goes on, or begins where the checkpoint lies between two trainings. */
  static TrainingProgress from(Checkpoint checkpoint, Borders borders) {
    Standing standing = checkpoint.standing();
    return new TrainingProgress(
        borders, standing.charged(), true, standing.training(), checkpoint.state());
  }

  /** Whether an earlier training of the cell has paid for an artefact. */
  boolean paid(ArtefactRecord artefact) {
    return paid.contains(artefact.key());
  }

  /** Names the session that the training works in; before anything else. */
  TrainingProgress in(CellSession of) {
    session = of;
    return this;
  }

  /** Whether an earlier worker has come to this point. */
  boolean resumed() {
    return resumed;
  }

  /**
   * To be called after the procedure was opened: puts its state back.
   *
   * @throws UnusableCheckpointException if it is not that of this procedure
   */
  void restore() throws UnusableCheckpointException {
    if (start.isPresent()) {
      session.state().restore(saved);
      session.restore(start.get().notes(), start.get().cap());
    }
  }

  /** Index of the phase that is under way or comes next. */
  int phase() {
    return ended.size();
  }

  /** The epochs that are done of it. */
  int epochs() {
    return epochs;
  }

  /** Accuracy on validation of its epoch to keep; empty if none is. */
  TaskValues kept() {
    return kept;
  }

  /** The time of the whole training. */
  Stopwatch watch() {
    return watch;
  }

  /** The time of the phase. */
  Stopwatch phaseWatch() {
    return phaseWatch;
  }

  /** What artefacts took to make beyond what they took here, in seconds. */
  double charged() {
    return charged;
  }

  /** The phases that came to their end. */
  List<PhaseRecord> ended() {
    return ended;
  }

  /** An epoch is done, and the phase goes on. */
  void epochEnded(TaskValues keptNow) throws IOException {
    epochs++;
    kept = keptNow;
    reached();
  }

  /**
   * The phase is done.
   *
   * @param record with the time of its making, if it took an artefact over
   */
  void phaseEnded(PhaseRecord record) throws IOException {
    charged += record.wallSeconds() - phaseWatch.wallSeconds();
    ended.add(record);
    epochs = 0;
    kept = TaskValues.none();
    phaseWatch = new Stopwatch();
    reached();
  }

  private void reached() throws IOException {
    borders.reached(
        new TrainingStanding(
            phase(),
            epochs,
            phaseWatch.wallSeconds(),
            phaseWatch.cpuSeconds(),
            kept,
            ended,
            session.notes(),
            session.cap(),
            watch.wallSeconds(),
            watch.cpuSeconds(),
            charged),
        session.state());
  }
}
