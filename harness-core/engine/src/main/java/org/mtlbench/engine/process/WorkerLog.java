package org.mtlbench.engine.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mtlbench.results.folder.PlainFile;

/**
 * The log of a worker at work, which holds what plugins print. One that becomes too large is
 * shortened: its beginning and its end stay, the middle goes. The worker appends to the file, so
 * that it goes on behind what is left.
 */
public final class WorkerLog {
  /** The largest log; a worker may print more between two looks at it. */
  public static final long MAX_BYTES = 16L << 20;

  private static final int HEAD = 1 << 20;
  private static final int TAIL = 1 << 16;

  private final Path file;
  private final long maxBytes;

  /** The log at a path, which need not exist. */
  public WorkerLog(Path file) {
    this(file, MAX_BYTES);
  }

  WorkerLog(Path file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /** Shortens the log if it is too large; to be called again and again. */
  public void keepBelowLimit() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size > maxBytes) {
        shorten(channel, size);
      }
    } catch (NoSuchFileException e) {
      // a plugin may have deleted it; there is nothing to shorten then
      return;
    }
  }

  private void shorten(FileChannel channel, long size) throws IOException {
    long head = Math.min(HEAD, maxBytes / 2);
    int tail = (int) Math.min(TAIL, maxBytes / 4);
    ByteBuffer end = ByteBuffer.allocate(tail);
    while (end.hasRemaining() && channel.read(end, size - tail + end.position()) >= 0) {
      // positional reads may be short
    }
    String cut =
        "\n... "
            + PlainFile.size(size - head - tail)
            + " left out: a log holds at most "
            + PlainFile.size(maxBytes)
            + " ...\n";
    channel.truncate(head);
    // appended, as the worker does it: what it prints meanwhile is not overwritten
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(cut.getBytes(StandardCharsets.UTF_8));
      out.write(end.array(), 0, end.position());
    }
  }
}
