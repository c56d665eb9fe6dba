package org.mtlbench.engine.run;

import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/** Serialises the calls of several slots to a listener. */
final class OneAtATime implements RunListener {
  private final RunListener listener;

  OneAtATime(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void begun(RunStart start) {
    listener.begun(start);
  }

  @Override
  public synchronized void cellStarted(PlannedCell cell) {
    listener.cellStarted(cell);
  }

  @Override
  public synchronized void reported(PlannedCell cell, Event event) {
    listener.reported(cell, event);
  }

  @Override
  public synchronized void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    listener.retrying(cell, record, attempt, retries);
  }

  @Override
  public synchronized void cellEnded(PlannedCell cell, CellRecord record) {
    listener.cellEnded(cell, record);
  }

  @Override
  public synchronized void warned(String sentence) {
    listener.warned(sentence);
  }
}
