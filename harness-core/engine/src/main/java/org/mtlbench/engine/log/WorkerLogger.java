package org.mtlbench.engine.log;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The logger of a worker process; silent until it has a destination. */
public final class WorkerLogger {
  /** The worker's logger. */
  public static final Logger LOG = silent();

  private WorkerLogger() {}

  private static Logger silent() {
    Logger logger = Logger.getLogger("org.mtlbench.worker");
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    return logger;
  }

  /** Sets the destination of the lines; to be called once. */
  public static void sendTo(Consumer<String> out) {
    LOG.addHandler(new LineHandler(out));
  }
}
