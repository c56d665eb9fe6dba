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

/** The log of a runner: a file in the run folder that every run of the folder appends to. */
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
   * @param file in a folder that exists; made if it is missing
   * @param follower handed each line, that of workers too, from any thread
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

  /** Where the runner's decisions go. */
  public Logger logger() {
    return logger;
  }

  /** Hands over a line of a worker's log, which has a file of its own. */
  public void follow(String line) {
    follower.accept(line);
  }

  private void write(String line) {
    follower.accept(line);
    try {
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A disk that takes no line of the log will soon take no result either, which is told.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
