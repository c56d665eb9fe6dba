package org.mtlbench.engine.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.mtlbench.engine.worker.WorkOrder;

/** A worker at work. Closing it asks it to stop, as the death of this process would. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final OutputStream leash;

  private WorkerProcess(Process process) {
    this.process = process;
    this.leash = process.getOutputStream();
  }

  /** Starts a worker and hands it its order. */
  static WorkerProcess start(WorkOrder order, Path log) throws IOException {
    WorkerProcess worker =
        new WorkerProcess(WorkerCommand.of(order.threads(), order.device(), log).start());
    try {
      worker.leash.write(order.toLine());
      worker.leash.flush();
    } catch (IOException e) {
      // A worker that died at once is found out by its exit code, which tells more than the pipe.
      if (worker.process.isAlive()) {
        worker.kill();
        throw e;
      }
    }
    return worker;
  }

  /** Waits; whether the worker has ended. */
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The exit code of a worker that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Asks it to stop at the next step's border. */
  @Override
  public void close() {
    try {
      leash.close();
    } catch (IOException e) {
      // The pipe of a worker that is gone cannot be flushed, and need not be.
      return;
    }
  }

  /** Ends it without asking. */
  void kill() {
    process.destroyForcibly();
  }
}
