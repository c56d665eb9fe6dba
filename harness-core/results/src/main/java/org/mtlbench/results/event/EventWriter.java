package org.mtlbench.results.event;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.ResultsJson;

/**
 * Appends events to a file, one per line. Each line is written to the operating system immediately,
 * so that readers see it while the cell runs. Only one writer may be open per file; its methods are
 * thread-safe.
 */
public final class EventWriter implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final ResultsJson json = new ResultsJson();
  private final Path file;
  private final FileChannel channel;

  private EventWriter(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Truncates an event file before a cell repeats work. A shorter or missing file is left
   * unchanged. No writer may be open.
   *
   * @param length length in bytes, as returned by {@link #length}
   */
  public static void cut(Path file, long length) throws IOException {
    if (Files.exists(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      } catch (IOException e) {
        throw UnwritableException.of(file, e);
      }
    }
  }

  /**
   * The length of the complete lines of a file in bytes; 0 if there is no file. Readers that need
   * only what is appended later start there.
   */
  public static long lengthOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return endOfWholeLines(channel);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /**
   * Opens a file for appending, creating it if necessary. An incomplete last line left by a crash
   * is removed, since no reader has accepted it as an event.
   */
  public static EventWriter open(Path file) throws IOException {
    try {
      return append(file);
    } catch (IOException e) {
      throw UnwritableException.of(file, e);
    }
  }

  private static EventWriter append(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.truncate(endOfWholeLines(channel));
      channel.position(channel.size());
      return new EventWriter(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Appends an event.
   *
   * @throws UnwritableException if the file cannot be written
   */
  public synchronized void write(Event event) throws IOException {
    String line = json.toLine(event) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw UnwritableException.of(file, e);
    }
  }

  /** The number of bytes written so far. */
  public synchronized long length() throws IOException {
    return channel.size();
  }

  /** Forces the events to disk. */
  public synchronized void force() throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw UnwritableException.of(file, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  private static long endOfWholeLines(FileChannel channel) throws IOException {
    long end = channel.size();
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(end - start));
      // Positional reads may be short; there is no other writer, so the bytes exist.
      int read = 0;
      while (block.hasRemaining() && read >= 0) {
        read = channel.read(block, start + block.position());
      }
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
