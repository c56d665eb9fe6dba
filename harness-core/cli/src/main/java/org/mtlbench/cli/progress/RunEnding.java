package org.mtlbench.cli.progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.run.RunOutcome;

/** Describes the outcome of a run in lines. */
public final class RunEnding {
  private RunEnding() {}

  /**
   * The number of cells by outcome; the folder if the run was interrupted or has remaining cells;
   * and the command that runs the remaining or failed cells, if any.
   *
   * @param command command that started the run
   */
  public static List<String> lines(RunOutcome outcome, Path folder, String command) {
    if (outcome.complete() && !outcome.stopped()) {
      return List.of(Formatting.count(outcome.done(), "cell") + " done");
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts(outcome));
    if (outcome.stopped() || outcome.open() > 0) {
      lines.add("folder: " + folder);
      lines.add("results so far: " + Invocation.of(List.of("report", folder.toString())));
    }
    if (outcome.open() > 0) {
      lines.add("resume: " + command);
    } else if (outcome.failed() > 0) {
      lines.add("retry failed cells: " + command);
    }
    return lines;
  }

  private static String counts(RunOutcome outcome) {
    int cells = outcome.done() + outcome.failed() + outcome.diverged() + outcome.open();
    return (outcome.stopped() ? "interrupted: " : "")
        + outcome.done()
        + " of "
        + Formatting.count(cells, "cell")
        + " done, "
        + outcome.failed()
        + " failed"
        + RunMessages.diverged(outcome.diverged())
        + (outcome.open() > 0
            ? ", " + outcome.open() + " remaining (" + outcome.checkpoints() + " with a checkpoint)"
            : "");
  }
}
