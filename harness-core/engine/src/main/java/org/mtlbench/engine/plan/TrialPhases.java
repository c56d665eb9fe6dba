package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.api.phase.Phase;

/** A trial's phases as plans, events and progress call them. */
public final class TrialPhases {
  private TrialPhases() {}

  /**
   * The phases of one trial, named for example {@code trial 3/10: train}; all of them count as
   * search.
   *
   * @param trial counted from 1
   * @param trials how many there are
   */
  public static List<Phase> named(int trial, int trials, List<Phase> phases) {
    return phases.stream().map(phase -> named(trial, trials, phase)).toList();
  }

  private static Phase named(int trial, int trials, Phase phase) {
    return phase.asSearch("trial " + trial + "/" + trials + ": " + phase.name());
  }
}
