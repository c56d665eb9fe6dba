package org.mtlbench.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.engine.error.KnownErrors;
import org.mtlbench.engine.log.WorkerLogger;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.Reasons;

/**
 * The entry point of a worker process, which trains one cell. The first line of its standard input
 * is the {@link WorkOrder}; the worker stops when the input is closed. Output of plugins is
 * redirected to the cell's log. The worker writes the cell's record, or a checkpoint if it is
 * stopped.
 */
public final class WorkerMain {
  /** Exit code of a worker that was asked to stop. */
  public static final int STOPPED = 130;

  /**
   * Exit code of a worker that could not read or write the run folder; its last output is the
   * reason.
   */
  public static final int UNWRITABLE = 74;

  /** Longer than a training step, shorter than the time that the runner waits. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private WorkerMain() {}

  /** Runs the worker; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    InputStream input = System.in;
    // later changes of standard error by a plugin do not matter
    WorkerLogger.sendTo(System.err::println);
    WorkOrder order = WorkOrder.read(input);
    StopSignal stop = StopSignal.watch(input, GRACE, () -> Runtime.getRuntime().halt(STOPPED));
    int code = 0;
    try {
      ClassLoader loader = WorkerMain.class.getClassLoader();
      new CellWorker(order, PluginLoader.load(loader, order.pluginJars()), stop).work();
    } catch (StoppedException e) {
      code = STOPPED;
    } catch (IOException e) {
      e.printStackTrace();
      System.err.println(
          KnownErrors.of(e).map(Throwable::getMessage).orElseGet(() -> Reasons.of(e)));
      code = stop.raised() ? STOPPED : UNWRITABLE;
    }
    // Threads of a plugin could keep the process alive.
    System.exit(code);
  }
}
