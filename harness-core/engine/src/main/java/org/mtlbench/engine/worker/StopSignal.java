package org.mtlbench.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.mtlbench.api.method.StoppedException;

/**
 * Signals that a worker must stop. Its standard input is the parent-death pipe: the runner closes
 * it to stop the worker, and the system closes it when the runner ends for any reason. There can be
 * a further reason.
 */
final class StopSignal {
  /** An action that the watching thread runs immediately. */
  @FunctionalInterface
  interface OnStop {
    void run() throws IOException;
  }

  private final AtomicBoolean raised = new AtomicBoolean();
  private final AtomicReference<OnStop> onStop = new AtomicReference<>(() -> {});
  private final AtomicReference<BooleanSupplier> further = new AtomicReference<>(() -> false);

  private StopSignal() {}

  /**
   * Watches a stream in a daemon thread.
   *
   * @param parent the parent-death pipe; read to its end, the content is ignored
   * @param grace maximum time for the worker to reach the next step boundary
   * @param halt ends the process; called after the grace period
   */
  static StopSignal watch(InputStream parent, Duration grace, Runnable halt) {
    StopSignal signal = new StopSignal();
    Thread watcher =
        new Thread(
            () -> {
              awaitEnd(parent);
              signal.raised.set(true);
              try {
                signal.runOnStop();
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
   * Sets an action to run when the worker is asked to stop, since the training may never reach a
   * boundary.
   */
  void whenRaised(OnStop action) {
    onStop.set(action);
  }

  /** Sets a further reason to stop at the next boundary; evaluated often. */
  void alsoIf(BooleanSupplier reason) {
    further.set(reason);
  }

  private void runOnStop() {
    try {
      onStop.get().run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private static void awaitEnd(InputStream parent) {
    try {
      parent.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe counts as closed.
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

  /** Whether the worker was asked to stop. */
  boolean raised() {
    return raised.get();
  }

  /**
   * Must be called where a cell can stop.
   *
   * @throws StoppedException if the worker was asked to stop, or has another reason to
   */
  void check() {
    if (raised.get() || further.get().getAsBoolean()) {
      throw new StoppedException();
    }
  }
}
