package org.mtlbench.cli;

import java.util.HashMap;
import java.util.Map;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.event.Event;
import org.mtlbench.spi.method.Phase;

/** How much of a run's work is done: epochs weighted by what they cost. */
final class RunShare {
  private final Map<String, Double> doneByCell = new HashMap<>();

  /** The estimated work of a cell; only shares of it mean something. */
  static double work(PlannedCell cell) {
    return Double.isNaN(cell.estimatedSeconds()) ? 1 : cell.estimatedSeconds();
  }

  /** Counts an epoch in. */
  void add(PlannedCell cell, Event.EpochEnded epoch) {
    add(cell, epoch.phase(), epoch.epoch());
  }

  /** Counts in what an earlier worker has done. */
  void add(PlannedCell cell, Event.CellResumed resumed) {
    add(cell, resumed.phase(), resumed.epoch());
  }

  private void add(PlannedCell cell, String phaseName, int epochs) {
    double total = cell.allPhases().stream().mapToDouble(RunShare::cost).sum();
    double before = 0;
    for (Phase phase : cell.allPhases()) {
      if (phase.name().equals(phaseName)) {
        double done = before + epochs * phase.relativeCost();
        doneByCell.put(cell.spec().id(), work(cell) * Math.min(1, done / Math.max(total, 1e-9)));
      }
      before += cost(phase);
    }
  }

  /** Counts a whole cell in. */
  void finish(PlannedCell cell) {
    doneByCell.put(cell.spec().id(), work(cell));
  }

  /** The work done so far. */
  double done() {
    return doneByCell.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double cost(Phase phase) {
    return phase.epochs() * phase.relativeCost();
  }
}
