package org.mtlbench.cli.command;

/** How the program ends. */
public final class ExitCode {
  /** All done. */
  public static final int DONE = 0;

  /** An error of the program itself. */
  public static final int INTERNAL_ERROR = 1;

  /** Bad usage, an invalid matrix or unusable data; nothing was started. */
  public static final int BAD_INPUT = 2;

  /** The work ended, and some of it failed. */
  public static final int SOME_FAILED = 3;

  /** Stopped by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
