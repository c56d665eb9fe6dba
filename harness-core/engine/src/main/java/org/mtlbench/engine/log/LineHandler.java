package org.mtlbench.engine.log;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** Formats each record as a line (time in UTC, level, message) and passes it on. */
final class LineHandler extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (?:INFO|WARNING|SEVERE) .*");

  private final Consumer<String> out;

  /**
   * A handler that passes lines on.
   *
   * @param out receives each line; called by one thread at a time
   */
  LineHandler(Consumer<String> out) {
    this.out = out;
  }

  /** Whether a line was written by a logger and not by something else. */
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
    // not buffered
  }

  @Override
  public void close() {
    // the receiver of the lines is closed by its owner
  }
}
