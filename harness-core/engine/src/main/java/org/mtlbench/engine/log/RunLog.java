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

/** The log of a runner, a file in the run folder to which every run appends. */
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
   * Opens a log for appending.
   *
   * @param file in an existing folder; created if it is missing
   * @param follower receives each line, including those of workers; called by any thread
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

  /** The runner's logger. */
  public Logger logger() {
    return logger;
  }

  /** Passes a line of a worker's log to the follower; the worker has its own file. */
  public void follow(String line) {
    follower.accept(line);
  }

  private void write(String line) {
    follower.accept(line);
    try {
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A full disk is reported when the next record cannot be written.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
