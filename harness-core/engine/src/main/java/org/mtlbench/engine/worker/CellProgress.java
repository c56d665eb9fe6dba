package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.engine.checkpoint.Checkpoint;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.CheckpointedState;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.checkpoint.ProgressState;
import org.mtlbench.engine.environment.PeakMemory;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.EventWriter;

/** The progress of a cell: completed trials of its search, and the current training. */
final class CellProgress {
  private final CheckpointKey key;
  private final Checkpointer checkpointer;
  private final EventWriter events;
  private final CostAttribution costs;
  private final List<TrialRecord> trials;
  private final Optional<Long> earlierPeak;
  private Optional<Checkpoint> start;

  /**
   * Creates the progress of a cell that starts or resumes.
   *
   * @param start the checkpoint from which it resumes
   */
  CellProgress(
      CheckpointKey key,
      Checkpointer checkpointer,
      EventWriter events,
      Optional<Checkpoint> start) {
    this.key = key;
    this.checkpointer = checkpointer;
    this.events = events;
    this.start = start;
    Optional<ProgressState> earlier = start.map(Checkpoint::progress);
    costs = new CostAttribution(earlier.map(ProgressState::attributed).orElse(List.of()));
    trials = new ArrayList<>(earlier.map(ProgressState::trials).orElse(List.of()));
    earlierPeak = earlier.flatMap(ProgressState::peakMemory);
  }

  /** The artefacts whose cost the cell includes. */
  CostAttribution costs() {
    return costs;
  }

  /** The completed trials. */
  List<TrialRecord> trials() {
    return List.copyOf(trials);
  }

  /** Whether the event file ends at the checkpoint, so that no new start event is written. */
  boolean eventsResume() throws IOException {
    return start.isPresent() && start.get().progress().eventBytes() == events.length();
  }

  /** The next training, a trial or the final one; the first one resumes from the checkpoint. */
  TrainingProgress nextTraining() {
    TrainingProgress next = new TrainingProgress(this, start);
    start = Optional.empty();
    return next;
  }

  /** Records a finished trial, successful or not. */
  void trialEnded(TrialRecord trial) throws IOException {
    trials.add(trial);
    reached(Optional.empty(), Optional.empty());
  }

  /** Reports a boundary to the checkpointer. */
  void reached(Optional<ProgressState.Training> training, Optional<CheckpointedState> state)
      throws IOException {
    checkpointer.reached(
        new ProgressState(
            ProgressState.SCHEMA,
            key,
            events.length(),
            peakMemory(),
            trials,
            costs.keys(),
            training),
        state);
  }

  /** The largest resident memory of this worker and earlier ones, in bytes. */
  Optional<Long> peakMemory() {
    return Stream.of(earlierPeak, PeakMemory.ofThisProcess())
        .flatMap(Optional::stream)
        .max(Long::compare);
  }
}
