package org.mtlbench.cli.progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.TextStyle;
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
      return List.of(TextStyle.DONE.output(Formatting.count(outcome.done(), "cell") + " done"));
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

  /** The number of failed cells, in colour if there are any. */
  static String failed(int cells) {
    String text = cells + " failed";
    return cells == 0 ? text : TextStyle.FAILURE.output(text);
  }

  private static String counts(RunOutcome outcome) {
    int cells = outcome.done() + outcome.failed() + outcome.diverged() + outcome.open();
    return (outcome.stopped() ? TextStyle.WARNING.output("interrupted:") + " " : "")
        + outcome.done()
        + " of "
        + Formatting.count(cells, "cell")
        + " done, "
        + failed(outcome.failed())
        + RunMessages.diverged(outcome.diverged())
        + (outcome.open() > 0
            ? ", " + outcome.open() + " remaining (" + outcome.checkpoints() + " with a checkpoint)"
            : "");
  }
}
