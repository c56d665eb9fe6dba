package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.checkpoint.Checkpoint;
import org.mtlbench.engine.checkpoint.ProgressState;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.engine.environment.Stopwatch;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.score.Scores;

/** The progress of one training, over this worker and earlier ones. */
final class TrainingProgress {
  private final CellProgress cell;
  private final Optional<Checkpoint> start;
  private final Stopwatch watch;
  private final List<PhaseRecord> ended;
  private CellSession session;
  private Stopwatch phaseWatch;
  private int epochs;
  private Scores kept;
  private final TestedEpochs testedEpochs;
  private double attributed;

  /**
   * Creates the progress of a training of a cell.
   *
   * @param start the checkpoint from which it resumes, which may be between two trainings
   */
  TrainingProgress(CellProgress cell, Optional<Checkpoint> start) {
    this.cell = cell;
    this.start = start;
    ProgressState.Training from =
        start.flatMap(at -> at.progress().training()).orElse(ProgressState.Training.START);
    watch = new Stopwatch(from.wallSeconds(), from.cpuSeconds());
    phaseWatch = new Stopwatch(from.phaseWallSeconds(), from.phaseCpuSeconds());
    ended = new ArrayList<>(from.ended());
    epochs = from.epochs();
    kept = from.kept();
    testedEpochs = new TestedEpochs(from.tested());
    attributed = from.attributed();
  }

  /** Sets the session of the training; must be called first. */
  TrainingProgress withSession(CellSession of) {
    session = of;
    return this;
  }

  /** Whether an earlier training of the cell includes the cost of an artefact. */
  boolean includes(ArtefactRecord artefact) {
    return cell.costs().includes(artefact.key());
  }

  /** Whether the training resumes from a checkpoint. */
  boolean resumed() {
    return start.isPresent();
  }

  /**
   * Restores the state of the procedure; must be called after the procedure was opened.
   *
   * @throws UnusableCheckpointException if the state belongs to another procedure
   */
  void restore() throws UnusableCheckpointException {
    Optional<ProgressState.Training> from = start.flatMap(at -> at.progress().training());
    if (from.isPresent()) {
      session.state().restore(start.get().state());
      session.restore(from.get().notes(), from.get().measures());
    }
  }

  /** Index of the current or next phase. */
  int phase() {
    return ended.size();
  }

  /** The number of its completed epochs. */
  int epochs() {
    return epochs;
  }

  /** Validation scores of its best epoch; empty if there is none. */
  Scores kept() {
    return kept;
  }

  /** The test scores of epochs, if epochs are tested. */
  TestedEpochs testedEpochs() {
    return testedEpochs;
  }

  /** The time of the whole training. */
  Stopwatch watch() {
    return watch;
  }

  /** The time of the phase. */
  Stopwatch phaseWatch() {
    return phaseWatch;
  }

  /** Cost of reused artefacts in addition to the time spent here, in seconds. */
  double attributed() {
    return attributed;
  }

  /** The completed phases. */
  List<PhaseRecord> ended() {
    return ended;
  }

  /** Called after an epoch that is not the last of its phase. */
  void epochEnded(Scores keptNow) throws IOException {
    epochs++;
    kept = keptNow;
    reached();
  }

  /**
   * Called at the end of a phase.
   *
   * @param record with the cost of the artefact, if it reused one
   */
  void phaseEnded(PhaseRecord record) throws IOException {
    attributed += record.wallSeconds() - phaseWatch.wallSeconds();
    ended.add(record);
    epochs = 0;
    kept = Scores.none();
    phaseWatch = new Stopwatch();
    reached();
  }

  private void reached() throws IOException {
    ProgressState.Training now =
        new ProgressState.Training(
            phase(),
            epochs,
            phaseWatch.wallSeconds(),
            phaseWatch.cpuSeconds(),
            kept,
            testedEpochs.tested(),
            ended,
            session.notes(),
            session.measures(),
            watch.wallSeconds(),
            watch.cpuSeconds(),
            attributed);
    cell.reached(Optional.of(now), Optional.of(session.state()));
  }
}
