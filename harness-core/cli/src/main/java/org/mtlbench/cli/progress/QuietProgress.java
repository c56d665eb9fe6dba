package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/** Warnings and cells without a result on standard error, and one line at the end. */
public final class QuietProgress implements Progress {
  private final PrintWriter out;
  private final PrintWriter err;

  public QuietProgress(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void begun(RunStart start) {
    // nothing to be loud about
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    // nothing to be loud about
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    // nothing to be loud about
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    err.println(RunSentences.retrying(RunSentences.name(cell), record, attempt, retries));
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    if (!record.hasResult()) {
      err.println(
          RunSentences.name(cell) + ": " + RunSentences.ended(record, new ScoreWords(Map.of())));
    }
  }

  @Override
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void warned(String sentence) {
    err.println("warning: " + sentence);
  }

  @Override
  public void end() {
    // every line is out already
  }

  @Override
  public void finished(RunOutcome outcome, Path folder, List<String> lines) {
    out.println(String.join("; ", lines));
  }
}
