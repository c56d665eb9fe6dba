package org.mtlbench.cli.progress;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOutcome;

/** Shows how a run goes on. */
public interface Progress extends RunListener, AutoCloseable {
  /** Nothing more is going to happen; may be called again. */
  void end();

  /** Shows a line of the logs; from any thread. */
  void note(String line);

  /**
   * Says how the run ended, after its report.
   *
   * @param folder the run folder
   * @param lines for people
   */
  void finished(RunOutcome outcome, Path folder, List<String> lines);

  @Override
  default void close() {
    end();
  }
}
