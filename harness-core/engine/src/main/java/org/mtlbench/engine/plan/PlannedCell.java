package org.mtlbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.phase.Phase;

/**
 * A cell that is to be run.
 *
 * @param spec what its worker is handed
 * @param trials the phases of each trial, with their effective epochs; empty for a cell that is not
 *     tuned
 * @param phases the method's phases after the trials, with their effective epochs; for a tuned cell
 *     those of the config in the matrix, since the chosen values are not known yet
 * @param estimatedSeconds an estimate of its time alone on the calibrated device, trials included;
 *     NaN without a calibration
 */
public record PlannedCell(
    CellSpec spec, List<List<Phase>> trials, List<Phase> phases, double estimatedSeconds) {
  public PlannedCell {
    trials = trials.stream().map(List::copyOf).toList();
    phases = List.copyOf(phases);
  }

  /** A cell that is not tuned. */
  public PlannedCell(CellSpec spec, List<Phase> phases, double estimatedSeconds) {
    this(spec, List.of(), phases, estimatedSeconds);
  }

  /** Every phase in the order of training, those of trials named by {@link TrialPhases}. */
  public List<Phase> allPhases() {
    return allPhases(trials, phases);
  }

  static List<Phase> allPhases(List<List<Phase>> trials, List<Phase> phases) {
    List<Phase> all = new ArrayList<>();
    for (int trial = 1; trial <= trials.size(); trial++) {
      all.addAll(TrialPhases.named(trial, trials.size(), trials.get(trial - 1)));
    }
    all.addAll(phases);
    return List.copyOf(all);
  }
}
