package org.mtlbench.engine.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.UnwritableException;

/** The log of a runner: a file in the run folder to which all runs of the folder append. */
public final class RunLog implements Closeable {
  private final Logger logger = Logger.getAnonymousLogger();
  private final Consumer<String> follower;
  private final OutputStream file;

  private RunLog(OutputStream file, Consumer<String> follower) {
    this.file = file;
    this.follower = follower;
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    logger.addHandler(new LineHandler(this::write));
  }

  /**
   * Opens a log.
   *
   * @param file file in an existing folder; created if it is missing
   * @param follower receives all lines, including those of workers, from any thread
   */
  public static RunLog open(Path file, Consumer<String> follower) throws IOException {
    try {
      PlainFile.moveAside(file);
      new GrowingLog(file).keepBelowLimit();
      return new RunLog(
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          follower);
    } catch (IOException e) {
      throw UnwritableException.of(file, e);
    }
  }

  /** The logger for the runner's decisions. */
  public Logger logger() {
    return logger;
  }

  /** Passes a line of a worker's log to the follower; it is not written to this file. */
  public void follow(String line) {
    follower.accept(line);
  }

  private void write(String line) {
    follower.accept(line);
    try {
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // If the log cannot be written, results soon cannot either, which is reported.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
