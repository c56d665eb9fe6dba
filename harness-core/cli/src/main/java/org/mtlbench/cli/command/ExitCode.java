package org.mtlbench.cli.command;

import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.folder.UnwritableException;

/** The exit codes of the program. */
public final class ExitCode {
  /** All done. */
  public static final int DONE = 0;

  /** An error of the program itself, or a file that could not be written during the work. */
  public static final int INTERNAL_ERROR = 1;

  /** Bad usage, an invalid matrix, or data, a folder, device or plugin that cannot be used. */
  public static final int BAD_INPUT = 2;

  /** The work finished, but parts of it failed. */
  public static final int SOME_FAILED = 3;

  /** Another process has claimed a cell of the task; it is left to that process. */
  public static final int SUPERSEDED = 4;

  /** Stopped by Ctrl-C or TERM; can be resumed. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The code for an error that a user can fix. */
  public static int of(HarnessException error) {
    return switch (error.category()) {
      case CONFIG, DATA, FOLDER_IN_USE, DEVICE, PLUGIN -> BAD_INPUT;
      // unusable from the start is bad input; a write that fails later is not
      case STORAGE -> error.getCause() instanceof UnwritableException ? INTERNAL_ERROR : BAD_INPUT;
    };
  }
}
