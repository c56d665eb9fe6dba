package org.mtlbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.run.RunOutcome;

/** How a run ended, in lines. */
final class RunEnding {
  private RunEnding() {}

  /**
   * Counts; for a run that is not complete also its folder, and the command that resumes it.
   *
   * @param checkpoints of the cells that have not ended, those with a checkpoint
   * @param command that started the run
   */
  static List<String> lines(RunOutcome outcome, long checkpoints, Path folder, String command) {
    if (outcome.complete()) {
      return List.of(Words.count(outcome.done(), "cell") + " done");
    }
    int cells = outcome.done() + outcome.failed() + outcome.open();
    String counts =
        (outcome.stopped() ? "interrupted: " : "")
            + outcome.done()
            + " of "
            + Words.count(cells, "cell")
            + " done, "
            + outcome.failed()
            + " failed";
    if (outcome.open() == 0) {
      return List.of(counts, "run the failed again: " + command);
    }
    return List.of(
        counts + ", " + outcome.open() + " remaining (" + checkpoints + " with a checkpoint)",
        "folder: " + folder,
        "results so far: " + Invocation.of(List.of("report", folder.toString())),
        "resume: " + command);
  }
}
