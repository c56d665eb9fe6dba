package org.mtlbench.engine.run;

import java.util.logging.Logger;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/** Logs the calls of a listener, except those for events, which have their own file. */
final class LoggedListener implements RunListener {
  private final RunListener listener;
  private final Logger log;

  LoggedListener(RunListener listener, Logger log) {
    this.listener = listener;
    this.log = log;
  }

  @Override
  public void begun(RunStart start) {
    log.info(
        start.done()
            + " cells done, "
            + start.diverged()
            + " diverged, "
            + start.toRun().size()
            + " to run: "
            + start.again()
            + " of them again, "
            + start.resuming().size()
            + " from a checkpoint");
    listener.begun(start);
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    CellSpec spec = cell.spec();
    log.info(
        "cell "
            + spec.id()
            + " started: "
            + String.join(
                " | ",
                spec.label(),
                spec.architecture().id(),
                spec.dataset().id(),
                "seed " + spec.seed()));
    listener.cellStarted(cell);
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    listener.reported(cell, event);
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    log.warning(
        "cell "
            + record.id()
            + " is retried after attempt "
            + attempt
            + " of "
            + (1 + retries)
            + ": "
            + record.reason().orElse(record.status().word()));
    listener.retrying(cell, record, attempt, retries);
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    String end = "cell " + record.id() + " ended: " + record.status().word();
    if (record.hasResult()) {
      log.info(end);
    } else {
      log.warning(end + record.reason().map(reason -> ", " + reason).orElse(""));
    }
    listener.cellEnded(cell, record);
  }

  @Override
  public void warned(String sentence) {
    log.warning(sentence);
    listener.warned(sentence);
  }
}
