package org.mtlbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.CostModel;
import org.mtlbench.engine.cost.Throughput;

/**
 * A cell to run.
 *
 * @param spec specification passed to the worker
 * @param backbone id of the backbone of its network
 * @param trials the phases of each trial, with their effective epochs; empty for a cell that is not
 *     tuned
 * @param phases the method's phases after the trials, with their effective epochs; for a tuned cell
 *     those of the config in the matrix, since the chosen values are not known yet
 * @param operations floating-point operations of all its phases, including trials
 * @param estimatedSeconds estimated time of the cell alone on the calibrated device, including
 *     trials; NaN without a calibration
 */
public record PlannedCell(
    CellSpec spec,
    String backbone,
    List<List<Phase>> trials,
    List<Phase> phases,
    double operations,
    double estimatedSeconds) {
  public PlannedCell {
    trials = trials.stream().map(List::copyOf).toList();
    phases = List.copyOf(phases);
  }

  /** A copy with the estimate for another throughput. */
  PlannedCell estimated(Throughput throughput) {
    return new PlannedCell(
        spec, backbone, trials, phases, operations, CostModel.seconds(operations, throughput));
  }

  /** All phases in the order of training, with the names of {@link TrialPhases} for trials. */
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
