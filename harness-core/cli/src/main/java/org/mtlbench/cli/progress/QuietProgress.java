package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/** Prints warnings and cells without a result to standard error, and one line at the end. */
public final class QuietProgress implements Progress {
  private final PrintWriter out;
  private final PrintWriter err;

  public QuietProgress(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void begun(RunStart start) {
    // not shown in quiet mode
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    // not shown in quiet mode
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    // not shown in quiet mode
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    err.println(RunMessages.retrying(RunMessages.name(cell), record, attempt, retries));
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    if (!record.hasResult()) {
      err.println(
          RunMessages.name(cell) + ": " + RunMessages.ended(record, new ScoreText(Map.of())));
    }
  }

  @Override
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void warned(String sentence) {
    err.println(TextStyle.WARNING.error("warning: ") + sentence);
  }

  @Override
  public void end() {
    // all lines are written already
  }

  @Override
  public void finished(RunOutcome outcome, Path folder, List<String> lines) {
    out.println(String.join("; ", lines));
  }
}
