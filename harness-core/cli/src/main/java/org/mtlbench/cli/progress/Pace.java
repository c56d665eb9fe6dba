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
 * How far a run is and how long it still takes. Epochs count by what they cost; what is left of a
 * cell takes the time that its epochs took so far, and what is left of the run the time that the
 * plan's estimates turned out to be worth.
 */
final class Pace {
  private final Map<String, CellPace> cells = new LinkedHashMap<>();
  private final int slots;

  /** The pace of a run that has not begun. */
  Pace(int slots) {
    this.slots = slots;
  }

  /**
   * The pace of a run that begins: what is done already counts, whole cells and what checkpoints
   * hold.
   *
   * @param slots cells at a time
   */
  Pace(RunStart start, int slots) {
    this(slots);
    start.kept().forEach(this::finish);
    for (PlannedCell cell : start.toRun()) {
      Event.CellResumed point = start.resuming().get(cell.spec().id());
      cells.put(cell.spec().id(), new CellPace(cell));
      if (point != null) {
        add(cell, point);
      }
    }
  }

  /** Counts an epoch in. */
  void add(PlannedCell cell, Event.EpochEnded epoch) {
    of(cell).add(epoch);
  }

  /** Counts in what an earlier worker has done. */
  void add(PlannedCell cell, Event.CellResumed resumed) {
    of(cell).reach(resumed.phase(), resumed.epoch());
  }

  /** Counts a phase in that was taken over from another cell. */
  void add(PlannedCell cell, Event.PhaseReused reused) {
    of(cell).reach(reused.phase());
  }

  /** A cell starts from nothing again. */
  void restart(PlannedCell cell) {
    cells.put(cell.spec().id(), new CellPace(cell));
  }

  /** Counts a whole cell in. */
  void finish(PlannedCell cell) {
    of(cell).share = 1;
  }

  /** The share of the run's work that is done, by this run and those before it, 0 to 1. */
  double share() {
    double all = cells.values().stream().mapToDouble(cell -> cell.work).sum();
    double done = cells.values().stream().mapToDouble(cell -> cell.work * cell.share).sum();
    return cells.isEmpty() ? 1 : done / all;
  }

  /** The share of a cell's work that is done, 0 to 1. */
  double share(PlannedCell cell) {
    return of(cell).share;
  }

  /** Seconds that a cell still takes; empty before its first epoch. */
  OptionalDouble left(PlannedCell cell) {
    return of(cell).left();
  }

  /** Seconds that the run still takes; empty before the first epoch. */
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

  private CellPace of(PlannedCell cell) {
    return cells.computeIfAbsent(cell.spec().id(), id -> new CellPace(cell));
  }

  private static final class CellPace {
    private final List<Phase> phases;
    private final double total;
    private final double work;
    private double share;

    /** The share whose time is known, which an earlier run's part is not. */
    private double seen;

    private double seconds;

    CellPace(PlannedCell cell) {
      phases = cell.allPhases();
      total = Math.max(1e-9, phases.stream().mapToDouble(CellPace::cost).sum());
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
