package org.mtlbench.engine.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.mtlbench.results.folder.PlainFile;

/**
 * A log file that another process appends to, such as the log of a worker with the output of its
 * plugins. A log that becomes too large is shortened: its beginning and end are kept.
 */
public final class GrowingLog {
  /** Maximum size; a worker may exceed it until the next check. */
  public static final long MAX_BYTES = 16L << 20;

  private static final int HEAD = 1 << 20;
  private static final int TAIL = 1 << 16;

  /** Maximum number of bytes read by one call of {@link #newLines}. */
  private static final int MAX_READ = 1 << 20;

  private final Path file;
  private final long maxBytes;
  private long seen;

  /** Creates a log object for a path, which need not exist. */
  public GrowingLog(Path file) {
    this(file, MAX_BYTES);
  }

  GrowingLog(Path file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /**
   * Shortens the log if it is too large; must be called regularly.
   *
   * @return whether it was shortened
   */
  public boolean keepBelowLimit() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size <= maxBytes) {
        return false;
      }
      shorten(channel, size);
      return true;
    } catch (NoSuchFileException e) {
      // not created yet, or deleted by a plugin
      return false;
    }
  }

  /**
   * The logger's lines that were appended since the last call, without the output of plugins. If
   * more than a megabyte was appended, only its end is read.
   */
  public List<String> newLines() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < seen) {
        seen = size;
      }
      long start = Math.max(seen, size - MAX_READ);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - start));
      while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
        // positional reads may return fewer bytes
      }
      int end = bytes.position();
      while (end > 0 && bytes.get(end - 1) != '\n') {
        end--;
      }
      seen = start + end;
      return new String(bytes.array(), 0, end, StandardCharsets.UTF_8)
          .lines()
          .filter(LineHandler::isLine)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private void shorten(FileChannel channel, long size) throws IOException {
    long head = Math.min(HEAD, maxBytes / 2);
    int tail = (int) Math.min(TAIL, maxBytes / 4);
    ByteBuffer end = ByteBuffer.allocate(tail);
    while (end.hasRemaining() && channel.read(end, size - tail + end.position()) >= 0) {
      // positional reads may return fewer bytes
    }
    String cut =
        "\n... "
            + PlainFile.size(size - head - tail)
            + " left out: a log holds at most "
            + PlainFile.size(maxBytes)
            + " ...\n";
    channel.truncate(head);
    // appended, so that concurrent output of the worker is not overwritten
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(cut.getBytes(StandardCharsets.UTF_8));
      out.write(end.array(), 0, end.position());
    }
  }
}
