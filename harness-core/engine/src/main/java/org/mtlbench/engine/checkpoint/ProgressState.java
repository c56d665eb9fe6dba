package org.mtlbench.engine.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;

/**
 * The progress of a cell at a boundary of an epoch, a phase or a trial.
 *
 * @param schema version of the file
 * @param key key of the cell's checkpoint
 * @param eventBytes length of the event file at the boundary
 * @param peakMemory largest resident memory so far in bytes, if known
 * @param trials completed trials of the search
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
  /** The version. */
  public static final int SCHEMA = 2;

  /** Checks the version and makes defensive copies of the lists. */
  public ProgressState {
    Check.schema(schema, SCHEMA);
    trials = List.copyOf(trials);
    attributed = List.copyOf(attributed);
  }

  /**
   * The progress of one training.
   *
   * @param phase index of the current phase, or of the next one
   * @param epochs completed epochs of the phase; 0 if it has not started
   * @param phaseWallSeconds elapsed time in the phase
   * @param phaseCpuSeconds processor time in the phase
   * @param kept validation scores of the best epoch of the phase; empty if there is none
   * @param tested test scores of the last epochs so far, if these are reported
   * @param ended the completed phases
   * @param notes notes of the method so far
   * @param measures further numbers reported by the method so far
   * @param wallSeconds elapsed time in the training
   * @param cpuSeconds processor time in the training
   * @param attributed cost of reused artefacts in addition to the time spent here, in seconds
   */
  public record Training(
      int phase,
      int epochs,
      double phaseWallSeconds,
      double phaseCpuSeconds,
      Scores kept,
      List<SplitRecord> tested,
      List<PhaseRecord> ended,
      List<String> notes,
      Map<String, Double> measures,
      double wallSeconds,
      double cpuSeconds,
      double attributed) {
    /** The state before the first phase. */
    public static final Training START =
        new Training(0, 0, 0, 0, Scores.none(), List.of(), List.of(), List.of(), Map.of(), 0, 0, 0);

    /** Makes defensive copies of the lists. */
    public Training {
      tested = List.copyOf(tested);
      ended = List.copyOf(ended);
      notes = List.copyOf(notes);
      // Keeps the order in which the record is written.
      measures = Check.ordered(measures);
    }
  }
}
