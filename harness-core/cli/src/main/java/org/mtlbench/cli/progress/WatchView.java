package org.mtlbench.cli.progress;

import org.mtlbench.cli.watch.RunState;

/** Displays the states of a run that is watched. */
public interface WatchView extends AutoCloseable {
  /** Displays the next state. */
  void show(RunState state);

  /** Prints a sentence for the user. */
  void warn(String sentence);

  @Override
  void close();
}
