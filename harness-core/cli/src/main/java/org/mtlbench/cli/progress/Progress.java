package org.mtlbench.cli.progress;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOutcome;

/** Displays the progress of a run. */
public interface Progress extends RunListener, AutoCloseable {
  /** Ends the display; may be called repeatedly. */
  void end();

  /** Prints a line of the logs; called by any thread. */
  void note(String line);

  /**
   * Displays the outcome of the run, after its report.
   *
   * @param folder the run folder
   * @param lines human-readable summary
   */
  void finished(RunOutcome outcome, Path folder, List<String> lines);

  @Override
  default void close() {
    end();
  }
}
