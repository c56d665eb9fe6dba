package org.mtlbench.engine.run;

import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/**
 * Told how a run goes on. Calls come from several threads, but one at a time. Nothing happens by
 * default.
 */
public interface RunListener {
  /** The folder is ready and the first cell is about to start. */
  default void begun(RunStart start) {}

  /** A cell's worker was started. */
  default void cellStarted(PlannedCell cell) {}

  /** A cell's worker reported. */
  default void reported(PlannedCell cell, Event event) {}

  /**
   * A cell failed for what the machine is to blame, and is going to be run again.
   *
   * @param record of the attempt that failed
   * @param attempt which one it was, counted from 1
   * @param retries how many more than one there may be
   */
  default void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {}

  /** A cell ended, well or not. */
  default void cellEnded(PlannedCell cell, CellRecord record) {}

  /** Something a user should know that stops nothing. */
  default void warned(String sentence) {}
}
