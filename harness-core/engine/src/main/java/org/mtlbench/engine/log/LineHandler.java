package org.mtlbench.engine.log;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** Hands over each record as a line: time in UTC, level, message. */
final class LineHandler extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (?:INFO|WARNING|SEVERE) .*");

  private final Consumer<String> out;

  /**
   * A handler that hands lines over.
   *
   * @param out called by one thread at a time
   */
  LineHandler(Consumer<String> out) {
    this.out = out;
  }

  /** Whether a line is one of a logger, not of something else that prints to the same file. */
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
    // every line is out already
  }

  @Override
  public void close() {
    // what the lines go to is closed by its owner
  }
}
