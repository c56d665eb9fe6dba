package org.mtlbench.api.phase;

import java.util.Optional;
import org.mtlbench.api.architecture.Model;

/**
 * The behaviour of one phase. If its {@linkplain Phase#artefact artefact} exists already, the whole
 * phase is skipped and the parameters of {@link #artefact} are restored instead.
 */
@FunctionalInterface
public interface PhaseRun {
  /** Called at the start of the phase; not called if a cell resumes inside it. */
  default void begin() {}

  /**
   * Runs one epoch.
   *
   * @param phase the planned phase
   * @param epoch from 1 to the number of epochs of the phase
   */
  EpochReport epoch(Phase phase, int epoch);

  /** Called at the end of the phase. */
  default void end() {}

  /**
   * The model that a main phase trains, with the parameters of its last epoch. The engine evaluates
   * it after an epoch if scores are reported as means over the last epochs.
   *
   * @return a model with outputs for the {@linkplain EpochReport#tasks tasks} of the epoch, in this
   *     order; empty if the phase trains no reported model, or gives access to none
   */
  default Optional<Model> model() {
    return Optional.empty();
  }

  /**
   * The model that a phase with an {@linkplain Phase#artefact artefact} makes. Called before the
   * phase, to restore an existing artefact into it, and after {@link #end}, to save it for other
   * cells. Its parameters, buffers included, are the artefact.
   */
  default Model artefact() {
    throw new IllegalStateException("the phase makes no artefact");
  }
}
