package org.mtlbench.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles Ctrl-C: requests the work to stop, waits for it to finish its output, and then lets the
 * process end with its exit code.
 */
final class Interruption implements AutoCloseable {
  /** Longer than the time that a runner waits for its workers. */
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              awaitEnd();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            },
            "interruption");
  }

  /**
   * Installs a handler that calls {@code stop} from another thread on an interrupt, until it is
   * closed.
   */
  static Interruption install(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void awaitEnd() {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the handler; an interrupted process exits now. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is shutting down; the running hook ends it.
      return;
    }
  }
}
