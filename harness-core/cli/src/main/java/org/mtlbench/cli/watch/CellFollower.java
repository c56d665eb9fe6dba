package org.mtlbench.cli.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;

/** Follows the event file of an attempt of a cell that has not ended. */
final class CellFollower {
  private final Path file;
  private final EventReader reader;
  private long offset;
  private boolean begun;
  private List<Event.PhasePlan> phases = List.of();
  private Optional<Position> position = Optional.empty();
  private Optional<Event.EpochEnded> last = Optional.empty();

  /** Epochs and seconds of those that were read, for the mean. */
  private int epochs;

  private double seconds;

  /** A phase and the number of its finished epochs. */
  private record Position(String phase, int epoch) {}

  /** Creates a follower of a file that may not exist yet. */
  CellFollower(Path file) {
    this.file = file;
    this.reader = new EventReader(file);
  }

  /** Whether this is the file. */
  boolean follows(Path events) {
    return file.equals(events);
  }

  /**
   * Reads what was appended.
   *
   * @throws org.mtlbench.results.json.SchemaException if the events are in another schema version
   */
  void read() throws IOException {
    EventReader.Batch batch = reader.readFrom(offset);
    offset = batch.offset();
    batch.events().forEach(this::add);
  }

  private void add(Event event) {
    begun = true;
    if (event instanceof Event.CellStarted started) {
      phases = started.phases();
      position = Optional.empty();
      last = Optional.empty();
    } else if (event instanceof Event.CellResumed resumed) {
      position = Optional.of(new Position(resumed.phase(), resumed.epoch()));
    } else if (event instanceof Event.EpochEnded epoch) {
      position = Optional.of(new Position(epoch.phase(), epoch.epoch()));
      last = Optional.of(epoch);
      epochs++;
      seconds += epoch.seconds();
    } else if (event instanceof Event.PhaseReused reused) {
      position = Optional.of(new Position(reused.phase(), planned(reused.phase())));
    }
  }

  private int planned(String phase) {
    return phases.stream()
        .filter(plan -> plan.name().equals(phase))
        .mapToInt(Event.PhasePlan::epochs)
        .findFirst()
        .orElse(0);
  }

  /** Whether a worker has started the cell. */
  boolean begun() {
    return begun;
  }

  /** The last epoch of the current attempt; empty before its end. */
  Optional<Event.EpochEnded> lastEpoch() {
    return last;
  }

  /** The completed share of the cell's epochs, 0 to 1. */
  double share() {
    int all = phases.stream().mapToInt(Event.PhasePlan::epochs).sum();
    return all == 0 ? 0 : Math.min(1, (double) finished() / all);
  }

  private int finished() {
    int before = 0;
    for (Event.PhasePlan phase : phases) {
      if (position.isPresent() && phase.name().equals(position.get().phase())) {
        return before + position.get().epoch();
      }
      before += phase.epochs();
    }
    return 0;
  }

  /** The time of the whole cell, extrapolated from its epochs; empty before the first one. */
  OptionalDouble expectedSeconds() {
    int all = phases.stream().mapToInt(Event.PhasePlan::epochs).sum();
    return epochs == 0 ? OptionalDouble.empty() : OptionalDouble.of(all * seconds / epochs);
  }
}
