package org.mtlbench.engine.log;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The logger of a worker, which is a process of its own; silent until it is told where to. */
public final class WorkerLogger {
  /** Where a worker's decisions go. */
  public static final Logger LOG = silent();

  private WorkerLogger() {}

  private static Logger silent() {
    Logger logger = Logger.getLogger("org.mtlbench.worker");
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    return logger;
  }

  /** Sends the lines somewhere; to be called once. */
  public static void sendTo(Consumer<String> out) {
    LOG.addHandler(new LineHandler(out));
  }
}
