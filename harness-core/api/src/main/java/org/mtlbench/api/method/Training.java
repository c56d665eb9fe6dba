package org.mtlbench.api.method;

import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.phase.PhaseRun;

/** An opened procedure. */
public interface Training {
  /** The behaviour of each phase, in the order of {@link Procedure#phases}. */
  List<PhaseRun> phases();

  /** The model to report, with the parameters selected on validation. */
  Model result();
}
