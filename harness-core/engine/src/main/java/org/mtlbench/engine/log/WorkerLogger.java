package org.mtlbench.engine.log;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The logger of a worker process; silent until an output is set. */
public final class WorkerLogger {
  /** The logger for the worker's decisions. */
  public static final Logger LOG = silent();

  private WorkerLogger() {}

  private static Logger silent() {
    Logger logger = Logger.getLogger("org.mtlbench.worker");
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    return logger;
  }

  /** Sets the output; must be called once. */
  public static void sendTo(Consumer<String> out) {
    LOG.addHandler(new LineHandler(out));
  }
}
