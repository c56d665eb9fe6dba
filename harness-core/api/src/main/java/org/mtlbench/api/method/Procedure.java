package org.mtlbench.api.method;

import java.util.List;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * A method with phases of its own. Planning asks for the {@link #phases}; a cell calls {@link
 * #open} once and runs the behaviour of each phase in order.
 */
public non-sealed interface Procedure extends Method {
  /** The phases in order; at least one. Reads no data and makes no tensor. */
  List<Phase> phases(Budget budget);

  /**
   * Makes networks and optimisers and registers their state: whatever one epoch leaves for another
   * has to be registered here, or by an optimiser that was. A resumed cell opens the procedure,
   * restores what was registered, and continues with the next epoch.
   */
  Training open(Session session);
}
