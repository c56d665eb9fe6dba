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
import org.mtlbench.engine.checkpoint.Standing;
import org.mtlbench.engine.checkpoint.TrainingStanding;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.EventWriter;

/** How far a cell has come: the trials of its search, and the training it is in. */
final class CellProgress {
  private final CheckpointKey key;
  private final Checkpointer checkpointer;
  private final EventWriter events;
  private final ArtefactCharges charges;
  private final List<TrialRecord> trials;
  private final Optional<Long> earlierPeak;
  private Optional<Checkpoint> start;

  /**
   * A cell that begins or goes on.
   *
   * @param start where it goes on
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
    Optional<Standing> standing = start.map(Checkpoint::standing);
    charges = new ArtefactCharges(standing.map(Standing::charged).orElse(List.of()));
    trials = new ArrayList<>(standing.map(Standing::trials).orElse(List.of()));
    earlierPeak = standing.flatMap(Standing::peakMemory);
  }

  /** The artefacts it has paid for. */
  ArtefactCharges charges() {
    return charges;
  }

  /** The trials that have ended. */
  List<TrialRecord> trials() {
    return List.copyOf(trials);
  }

  /** Whether its events are those of the checkpoint, so that they go on. */
  boolean eventsGoOn() throws IOException {
    return start.isPresent() && start.get().standing().eventBytes() == events.length();
  }

  /** The next training, a trial or the last one; the first goes on where an earlier worker was. */
  TrainingProgress nextTraining() {
    TrainingProgress.Borders borders = (standing, state) -> reached(standing, state);
    TrainingProgress next =
        start
            .map(checkpoint -> TrainingProgress.from(checkpoint, borders))
            .orElseGet(() -> TrainingProgress.fresh(borders, charges.keys()));
    start = Optional.empty();
    return next;
  }

  /** A trial has ended, well or not. */
  void trialEnded(TrialRecord trial) throws IOException {
    trials.add(trial);
    checkpointer.reached(standing(Optional.empty()), Optional.empty());
  }

  private void reached(TrainingStanding training, CheckpointedState state) throws IOException {
    checkpointer.reached(standing(Optional.of(training)), Optional.of(state));
  }

  private Standing standing(Optional<TrainingStanding> training) throws IOException {
    return new Standing(
        Standing.SCHEMA, key, events.length(), peakMemory(), trials, charges.keys(), training);
  }

  /** The largest resident memory of this worker and earlier ones, in bytes. */
  Optional<Long> peakMemory() {
    return Stream.of(earlierPeak, PeakMemory.ofThisProcess())
        .flatMap(Optional::stream)
        .max(Long::compare);
  }
}
