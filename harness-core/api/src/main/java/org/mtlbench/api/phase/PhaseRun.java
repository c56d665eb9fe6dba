package org.mtlbench.api.phase;

import org.mtlbench.api.architecture.Model;

/**
 * The behaviour of one phase. A phase whose {@linkplain Phase#artefact artefact} exists already is
 * skipped as a whole: the parameters of {@link #artefact} are written instead.
 */
@FunctionalInterface
public interface PhaseRun {
  /** At the start of the phase; not called when a cell resumes inside it. */
  default void begin() {}

  /**
   * One epoch.
   *
   * @param phase the phase as planned
   * @param epoch from 1 to the phase's epochs
   */
  EpochReport epoch(Phase phase, int epoch);

  /** At the end of the phase. */
  default void end() {}

  /**
   * The model that a phase with an {@linkplain Phase#artefact artefact} makes. Asked for before the
   * phase, to be filled with what was made earlier, and after {@link #end}, to be kept for other
   * cells. Its parameters, buffers included, are the whole artefact.
   */
  default Model artefact() {
    throw new IllegalStateException("the phase makes no artefact");
  }
}
