package org.mtlbench.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.mtlbench.spi.method.StoppedException;

/**
 * Whether a worker is to leave. Its standard input is the leash: the runner closes it to stop the
 * worker, and the system closes it when the runner dies, however it dies.
 */
final class StopSignal {
  /** What is to be done at once, by the watching thread. */
  @FunctionalInterface
  interface Rescue {
    void run() throws IOException;
  }

  private final AtomicBoolean raised = new AtomicBoolean();
  private final AtomicReference<Rescue> rescue = new AtomicReference<>(() -> {});

  private StopSignal() {}

  /**
   * Watches a stream in a daemon thread.
   *
   * @param leash read to its end, what it holds is ignored
   * @param grace how long a worker may take to reach the next step's border
   * @param halt ends the process; called when the grace is over
   */
  static StopSignal watch(InputStream leash, Duration grace, Runnable halt) {
    StopSignal signal = new StopSignal();
    Thread watcher =
        new Thread(
            () -> {
              awaitEnd(leash);
              signal.raised.set(true);
              try {
                signal.runRescue();
              } finally {
                sleep(grace);
                halt.run();
              }
            },
            "stop-signal");
    watcher.setDaemon(true);
    watcher.start();
    return signal;
  }

  /**
   * What is to be done when the worker is asked to leave, since the training may be stuck and never
   * come to a border.
   */
  void whenRaised(Rescue action) {
    rescue.set(action);
  }

  private void runRescue() {
    try {
      rescue.get().run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private static void awaitEnd(InputStream leash) {
    try {
      leash.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken leash is an ended one.
      return;
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the worker was asked to leave. */
  boolean raised() {
    return raised.get();
  }

  /**
   * To be called where a cell can stop.
   *
   * @throws StoppedException if the worker was asked to leave
   */
  void check() {
    if (raised.get()) {
      throw new StoppedException();
    }
  }
}
