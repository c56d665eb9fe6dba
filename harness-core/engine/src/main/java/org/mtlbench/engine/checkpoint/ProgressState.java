package org.mtlbench.engine.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;

/**
 * The progress of a cell at a boundary of an epoch, a phase or a trial.
 *
 * @param schema version of the file
 * @param key of the cell
 * @param eventBytes length of the cell's events at that moment
 * @param peakMemory the largest resident memory so far, in bytes, where the system reports it
 * @param trials the completed trials of its search
 * @param attributed keys of the artefacts whose cost the cell's earlier trainings include
 * @param training the current training; empty between trainings
 */
public record ProgressState(
    int schema,
    CheckpointKey key,
    long eventBytes,
    Optional<Long> peakMemory,
    List<TrialRecord> trials,
    List<String> attributed,
    Optional<Training> training) {
  /** The version that this program reads and writes. */
  public static final int SCHEMA = 2;

  /** Checks the version and keeps copies of the lists. */
  public ProgressState {
    Check.schema(schema, SCHEMA);
    trials = List.copyOf(trials);
    attributed = List.copyOf(attributed);
  }

  /**
   * The progress of one training.
   *
   * @param phase index of the current phase, or of the next one
   * @param epochs completed in it; 0 if the phase has not begun
   * @param phaseWallSeconds elapsed in the phase
   * @param phaseCpuSeconds processor time in the phase
   * @param kept scores on validation of the phase's epoch to keep; empty if none is
   * @param ended the phases before
   * @param notes the method's remarks so far
   * @param measures further numbers that the method reported so far
   * @param wallSeconds elapsed in the training
   * @param cpuSeconds processor time in the training
   * @param attributed cost of reused artefacts beyond the time spent here, in seconds
   */
  public record Training(
      int phase,
      int epochs,
      double phaseWallSeconds,
      double phaseCpuSeconds,
      Scores kept,
      List<PhaseRecord> ended,
      List<String> notes,
      Map<String, Double> measures,
      double wallSeconds,
      double cpuSeconds,
      double attributed) {
    /** The state before the first phase. */
    public static final Training START =
        new Training(0, 0, 0, 0, Scores.none(), List.of(), List.of(), Map.of(), 0, 0, 0);

    /** Keeps copies of the lists. */
    public Training {
      ended = List.copyOf(ended);
      notes = List.copyOf(notes);
      // keeps the order, in which the record is written
      measures = Check.ordered(measures);
    }
  }
}
