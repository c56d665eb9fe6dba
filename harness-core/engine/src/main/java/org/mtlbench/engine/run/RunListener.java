package org.mtlbench.engine.run;

import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/**
 * Receives the events of a run. Methods are called from several threads, one call at a time; by
 * default they do nothing.
 */
public interface RunListener {
  /** Called when the folder is ready, before the first cell starts. */
  default void begun(RunStart start) {}

  /** Called when a worker was started for a cell. */
  default void cellStarted(PlannedCell cell) {}

  /** Called when a cell's worker reports an event. */
  default void reported(PlannedCell cell, Event event) {}

  /**
   * Called when a cell failed for a reason of the machine and will be retried.
   *
   * @param record record of the failed attempt
   * @param attempt number of the failed attempt, from 1
   * @param retries maximum number of retries
   */
  default void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {}

  /** Called when a cell ended, with or without a result. */
  default void cellEnded(PlannedCell cell, CellRecord record) {}

  /** Called with a warning for the user; the run continues. */
  default void warned(String sentence) {}
}
