package org.mtlbench.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a worker's log. */
final class LogTail {
  private static final int LINES = 20;
  private static final int BYTES = 4096;

  private LogTail() {}

  /** The last lines; empty if there is no readable log or it is empty. */
  static String of(Path log) {
    if (!Files.isRegularFile(log)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(log)) {
      long start = Math.max(0, channel.size() - BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes, start + bytes.position());
      }
      String end = UTF_8.decode(bytes.flip()).toString();
      List<String> lines = end.lines().toList();
      // The first line may be incomplete.
      int first = start > 0 && lines.size() > 1 ? 1 : 0;
      return String.join("\n", lines.subList(Math.max(first, lines.size() - LINES), lines.size()))
          .strip();
    } catch (IOException e) {
      // a report without the end of a log is better than none
      return "";
    }
  }
}
