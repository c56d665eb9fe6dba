package org.mtlbench.engine.checkpoint;

import java.util.List;
import java.util.Optional;
import org.mtlbench.results.Check;
import org.mtlbench.results.TrialRecord;

/**
 * How far a cell has come.
 *
 * @param schema version of the file
 * @param key whose it is
 * @param eventBytes length of the cell's events at that moment
 * @param peakMemory the largest resident memory so far, in bytes, where the system tells
 * @param trials the trials of its search that have ended
 * @param charged keys of the artefacts whose making it has paid for
 * @param training the training it is in; empty between trainings
 */
public record Standing(
    int schema,
    CheckpointKey key,
    long eventBytes,
    Optional<Long> peakMemory,
    List<TrialRecord> trials,
    List<String> charged,
    Optional<TrainingStanding> training) {
  /** The version that this program reads and writes. */
  public static final int SCHEMA = 1;

  /** Checks the version and keeps copies of the lists. */
  public Standing {
    Check.schema(schema, SCHEMA);
    trials = List.copyOf(trials);
    charged = List.copyOf(charged);
  }
}
