package org.mtlbench.engine.isolation;

import java.util.concurrent.CountDownLatch;

/** Cleans up if this process is asked to end meanwhile, for example by Ctrl-C. */
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

  /** Does not return if this process is ending: what it waited for was ended with it. */
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
