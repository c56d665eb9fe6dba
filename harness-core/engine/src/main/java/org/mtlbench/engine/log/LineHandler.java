package org.mtlbench.engine.log;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** Formats each record as a line with time in UTC, level and message. */
final class LineHandler extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (?:INFO|WARNING|SEVERE) .*");

  private final Consumer<String> out;

  /**
   * Creates a handler.
   *
   * @param out receives the lines, from one thread at a time
   */
  LineHandler(Consumer<String> out) {
    this.out = out;
  }

  /** Whether a line was written by a logger, not by other code that prints to the same file. */
  static boolean isLine(String line) {
    return LINE.matcher(line).matches();
  }

  @Override
  public synchronized void publish(LogRecord event) {
    String message = String.valueOf(event.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    out.accept(TIME.format(event.getInstant()) + " " + event.getLevel().getName() + " " + message);
  }

  @Override
  public void flush() {
    // all lines are written already
  }

  @Override
  public void close() {
    // the output is closed by its owner
  }
}
