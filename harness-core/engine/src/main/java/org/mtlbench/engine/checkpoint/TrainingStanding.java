package org.mtlbench.engine.checkpoint;

import java.util.List;
import java.util.Optional;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.TaskValues;
import org.mtlbench.spi.method.SparsityCap;

/**
 * How far a training has come, at the border of an epoch or of a phase.
 *
 * @param phase index of the phase it is in, or of the next one
 * @param epochs done in it; 0 if the phase has not begun
 * @param phaseWallSeconds elapsed in the phase
 * @param phaseCpuSeconds processor time in the phase
 * @param kept accuracy on validation of the phase's epoch to keep; empty if none is
 * @param ended the phases before
 * @param notes the method's remarks so far
 * @param cap how a limit on pruning stood, where the method told
 * @param wallSeconds elapsed in the training
 * @param cpuSeconds processor time in the training
 * @param charged what artefacts took to make beyond what they took here, in seconds
 */
public record TrainingStanding(
    int phase,
    int epochs,
    double phaseWallSeconds,
    double phaseCpuSeconds,
    TaskValues kept,
    List<PhaseRecord> ended,
    List<String> notes,
    Optional<SparsityCap> cap,
    double wallSeconds,
    double cpuSeconds,
    double charged) {
  /** Keeps copies of the lists. */
  public TrainingStanding {
    ended = List.copyOf(ended);
    notes = List.copyOf(notes);
  }
}
