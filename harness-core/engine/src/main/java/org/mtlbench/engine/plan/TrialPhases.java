package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.api.phase.Phase;

/** Names the phases of trials in plans, events and progress. */
public final class TrialPhases {
  private TrialPhases() {}

  /**
   * The phases of one trial, named like {@code trial 3/10: train}; all of them count as search.
   *
   * @param trial counted from 1
   * @param trials number of trials
   */
  public static List<Phase> named(int trial, int trials, List<Phase> phases) {
    return phases.stream().map(phase -> named(trial, trials, phase)).toList();
  }

  private static Phase named(int trial, int trials, Phase phase) {
    return phase.asSearch("trial " + trial + "/" + trials + ": " + phase.name());
  }
}
