package org.mtlbench.api.method;

import java.util.List;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * A method with its own phases. Planning reads the {@link #phases}; a cell calls {@link #open} once
 * and runs the behaviour of each phase in order.
 */
public non-sealed interface Procedure extends Method {
  /** The phases in order; at least one. Must not read data or create tensors. */
  List<Phase> phases(Budget budget);

  /**
   * Creates networks and optimisers and registers their state. All state that is carried from one
   * epoch to the next must be registered here, or by an optimiser that is. A resumed cell opens the
   * procedure, restores the registered state, and continues with the next epoch.
   */
  Training open(Session session);
}
