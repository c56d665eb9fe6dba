package org.mtlbench.cli.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.event.Event;

/**
 * Estimates the completed share and the remaining time of a run. Epochs are weighted by their cost.
 * The remaining time of a cell is extrapolated from its epochs so far, that of the run from the
 * ratio of measured to estimated time.
 */
final class EtaEstimator {
  private final Map<String, CellEstimator> cells = new LinkedHashMap<>();
  private final int slots;

  /** Creates an estimator of a run that has not started. */
  EtaEstimator(int slots) {
    this.slots = slots;
  }

  /**
   * Creates an estimator of a run that is starting; finished cells and the progress in checkpoints
   * count as done.
   *
   * @param slots number of cells that run at the same time
   */
  EtaEstimator(RunStart start, int slots) {
    this(slots);
    start.kept().forEach(this::finish);
    for (PlannedCell cell : start.toRun()) {
      Event.CellResumed point = start.resuming().get(cell.spec().id());
      cells.put(cell.spec().id(), new CellEstimator(cell));
      if (point != null) {
        add(cell, point);
      }
    }
  }

  /** Adds a finished epoch. */
  void add(PlannedCell cell, Event.EpochEnded epoch) {
    of(cell).add(epoch);
  }

  /** Adds the progress of an earlier worker. */
  void add(PlannedCell cell, Event.CellResumed resumed) {
    of(cell).reach(resumed.phase(), resumed.epoch());
  }

  /** Adds a phase that was reused from another cell. */
  void add(PlannedCell cell, Event.PhaseReused reused) {
    of(cell).reach(reused.phase());
  }

  /** Resets a cell that starts over. */
  void restart(PlannedCell cell) {
    cells.put(cell.spec().id(), new CellEstimator(cell));
  }

  /** Marks a cell as finished. */
  void finish(PlannedCell cell) {
    of(cell).share = 1;
  }

  /** The completed share of the run's work, including earlier runs, from 0 to 1. */
  double share() {
    double all = cells.values().stream().mapToDouble(cell -> cell.work).sum();
    double done = cells.values().stream().mapToDouble(cell -> cell.work * cell.share).sum();
    return cells.isEmpty() ? 1 : done / all;
  }

  /** The completed share of a cell's work, from 0 to 1. */
  double share(PlannedCell cell) {
    return of(cell).share;
  }

  /** The remaining seconds of a cell; empty before its first epoch. */
  OptionalDouble left(PlannedCell cell) {
    return of(cell).left();
  }

  /** The remaining seconds of the run; empty before the first epoch. */
  OptionalDouble left() {
    double seconds = cells.values().stream().mapToDouble(cell -> cell.seconds).sum();
    double work = cells.values().stream().mapToDouble(cell -> cell.work * cell.seen).sum();
    if (work == 0) {
      return OptionalDouble.empty();
    }
    double remaining =
        cells.values().stream().mapToDouble(cell -> cell.work * (1 - cell.share)).sum();
    double longest =
        cells.values().stream().mapToDouble(cell -> cell.left().orElse(0)).max().orElse(0);
    return OptionalDouble.of(Math.max(longest, remaining * seconds / work / slots));
  }

  private CellEstimator of(PlannedCell cell) {
    return cells.computeIfAbsent(cell.spec().id(), id -> new CellEstimator(cell));
  }

  private static final class CellEstimator {
    private final List<Phase> phases;
    private final double total;
    private final double work;
    private double share;

    /** The share that was measured in this run; excludes earlier runs. */
    private double seen;

    private double seconds;

    CellEstimator(PlannedCell cell) {
      phases = cell.allPhases();
      total = Math.max(1e-9, phases.stream().mapToDouble(CellEstimator::cost).sum());
      double estimate = cell.estimatedSeconds();
      work = Double.isNaN(estimate) ? 1 : Math.max(estimate, 1e-9);
    }

    private static double cost(Phase phase) {
      return phase.epochs() * phase.relativeCost();
    }

    void add(Event.EpochEnded epoch) {
      double before = 0;
      for (Phase phase : phases) {
        if (phase.name().equals(epoch.phase())) {
          share = Math.min(1, (before + epoch.epoch() * phase.relativeCost()) / total);
          seen += phase.relativeCost() / total;
          seconds += epoch.seconds();
        }
        before += cost(phase);
      }
    }

    void reach(String name, int epochs) {
      double before = 0;
      for (Phase phase : phases) {
        if (phase.name().equals(name)) {
          share = Math.min(1, (before + epochs * phase.relativeCost()) / total);
        }
        before += cost(phase);
      }
    }

    void reach(String name) {
      double before = 0;
      for (Phase phase : phases) {
        before += cost(phase);
        if (phase.name().equals(name)) {
          share = Math.min(1, before / total);
        }
      }
    }

    OptionalDouble left() {
      return seen == 0 ? OptionalDouble.empty() : OptionalDouble.of((1 - share) * seconds / seen);
    }
  }
}
