package org.mtlbench.engine.run;

import java.time.Duration;
import java.util.Optional;
import org.mtlbench.engine.cell.CellListener;
import org.mtlbench.engine.cell.CellRun;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.event.Event;

/**
 * A cell of the plan and its run in this folder.
 *
 * @param cell the cell
 * @param run its run; reports to the listener of the whole run
 */
record PlannedRun(PlannedCell cell, CellRun run) {
  static PlannedRun of(
      PlannedCell cell,
      WorkOrder order,
      Optional<Duration> timeout,
      RunListener listener,
      RunLog log) {
    return new PlannedRun(cell, new CellRun(order, timeout, new Told(cell, listener), log));
  }

  /** Adds the cell to each call. */
  private record Told(PlannedCell cell, RunListener listener) implements CellListener {
    @Override
    public void started() {
      listener.cellStarted(cell);
    }

    @Override
    public void reported(Event event) {
      listener.reported(cell, event);
    }

    @Override
    public void warned(String sentence) {
      listener.warned(sentence);
    }
  }
}
