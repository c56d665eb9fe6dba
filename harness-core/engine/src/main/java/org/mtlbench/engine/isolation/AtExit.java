package org.mtlbench.engine.isolation;

import java.util.concurrent.CountDownLatch;

/** Runs a cleanup if this process is terminated in the meantime, for example by Ctrl-C. */
final class AtExit implements AutoCloseable {
  private final Thread hook;
  private volatile boolean ending;

  AtExit(Runnable cleaning) {
    hook =
        new Thread(
            () -> {
              ending = true;
              cleaning.run();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Blocks if this process is terminating, since the awaited process is terminated with it. */
  void stopIfEnding() throws InterruptedException {
    if (ending) {
      new CountDownLatch(1).await();
    }
  }

  @Override
  public void close() {
    if (!ending) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
