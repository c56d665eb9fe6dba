package org.mtlbench.engine.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.mtlbench.engine.worker.WorkOrder;

/** A running worker. Closing it requests the worker to stop, as does the end of this process. */
public final class WorkerProcess implements AutoCloseable {
  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);

  private final Process process;
  private final OutputStream control;

  private WorkerProcess(Process process) {
    this.process = process;
    this.control = process.getOutputStream();
  }

  /** Starts a worker with a new log and passes it the work order. */
  public static WorkerProcess start(WorkOrder order, Path log) throws IOException {
    Files.deleteIfExists(log);
    WorkerProcess worker =
        new WorkerProcess(WorkerCommand.of(order.threads(), order.device(), log).start());
    try {
      worker.control.write(order.toLine());
      worker.control.flush();
    } catch (IOException e) {
      // If a worker ends immediately, its exit code is more informative than the broken pipe, which
      // is detected shortly before the exit code is available.
      if (!worker.endsSoon()) {
        worker.kill();
        throw e;
      }
    }
    return worker;
  }

  private boolean endsSoon() {
    try {
      return awaitEnd(EXIT_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Waits for the end; returns whether the worker has ended. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The exit code of a worker that has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Requests the worker to stop at the next step boundary. */
  @Override
  public void close() {
    try {
      control.close();
    } catch (IOException e) {
      // The pipe of a worker that has ended cannot be flushed and need not be.
      return;
    }
  }

  /** Kills the worker and waits for its end. */
  public void kill() {
    process.destroyForcibly();
    endsSoon();
  }
}
