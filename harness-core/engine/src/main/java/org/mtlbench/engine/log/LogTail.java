package org.mtlbench.engine.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a worker's log. */
public final class LogTail {
  private static final int LINES = 20;
  private static final int BYTES = 16_384;
  private static final int MAX_LINE_LENGTH = 300;

  private LogTail() {}

  /**
   * The last lines that are not blank, without control characters and truncated if long; empty if
   * there is no log.
   */
  public static List<String> of(Path log) {
    List<String> lines =
        end(log)
            .lines()
            .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
            .filter(line -> !line.isBlank())
            .map(LogTail::cut)
            .toList();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }

  private static String cut(String line) {
    return line.length() <= MAX_LINE_LENGTH ? line : line.substring(0, MAX_LINE_LENGTH - 3) + "...";
  }

  private static String end(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES));
      byte[] bytes = new byte[BYTES];
      int read = Math.max(0, file.read(bytes));
      return new String(bytes, 0, read, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
