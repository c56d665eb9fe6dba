package org.mtlbench.engine.cell;

import org.mtlbench.results.event.Event;

/** Receives what happens to one cell, from the thread that runs it. */
public interface CellListener {
  /** Called when a worker was started for the cell. */
  void started();

  /** Called when the worker reports an event. */
  void reported(Event event);

  /** Called with a warning for the user; the run continues. */
  void warned(String sentence);
}
