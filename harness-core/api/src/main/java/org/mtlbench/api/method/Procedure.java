package org.mtlbench.api.method;

import java.util.List;
import org.mtlbench.api.architecture.Model;

/**
 * A method with stages of its own. The engine calls {@link #open} once, then for every phase {@link
 * #begin}, {@link #epoch} for each epoch, and {@link #end}, then {@link #result}. A resumed cell
 * calls {@link #open}, puts back what was registered, and goes on with the next epoch: whatever one
 * epoch leaves for another has to be registered in {@link #open}, or by an optimiser that was. A
 * phase whose {@linkplain Phase#artefact artefact} has been made already is left out as a whole:
 * the weights of {@link #artefact} are written instead.
 */
public non-sealed interface Procedure extends Method {
  /** The phases in order; at least one. Must not depend on the session. */
  List<Phase> phases(Budget budget);

  /** Makes networks and optimisers and registers their state. */
  void open(Session session);

  /** At the start of a phase, not called when a cell resumes inside it. */
  default void begin(Phase phase, Session session) {}

  /**
   * One epoch.
   *
   * @param epoch from 1 to the phase's epochs
   */
  EpochReport epoch(Phase phase, int epoch, Session session);

  /** At the end of a phase. */
  default void end(Phase phase, Session session) {}

  /**
   * The model that a phase with an {@linkplain Phase#artefact artefact} makes. Asked for after
   * {@link #open}, to be filled with what was made before, and again after {@link #end}, to be kept
   * for other cells. Its weights, buffers included, are the whole artefact.
   */
  default Model artefact(Phase phase, Session session) {
    throw new IllegalStateException("phase " + phase.name() + " makes no artefact");
  }

  /** The model to report, with the weights that were selected on validation. */
  Model result(Session session);
}
