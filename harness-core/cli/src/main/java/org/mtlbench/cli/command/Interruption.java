package org.mtlbench.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C in an orderly way: the work is asked to stop, says what it has to say, and only then the
 * process ends with its exit code.
 */
final class Interruption implements AutoCloseable {
  /** Longer than a runner's patience with its workers. */
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

  /** From now on until it is closed, an interrupt calls {@code stop} from another thread. */
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

  /** The work is over; a process that was interrupted ends now. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going down: the hook is at work and ends it.
      return;
    }
  }
}
