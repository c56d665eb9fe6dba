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
 * Appends events to a file, one line each, handed to the operating system at once so that a reader
 * sees them while the cell runs. One writer a file; its methods may be called from any thread.
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
   * Cuts a file of events off, for a cell that does again what comes after. A shorter file, or
   * none, is left as it is. Nobody may be writing it.
   *
   * @param length in bytes, as {@link #length} gave it
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
   * How much of a file is whole lines, in bytes; 0 if there is none. Readers that are to see only
   * what is appended later start there.
   */
  public static long lengthOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return endOfWholeLines(channel);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /**
   * Opens a file to append to, and makes it if there is none. A last line that a crash cut short is
   * dropped, since readers never took it for an event.
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
   * Appends one event.
   *
   * @throws UnwritableException if the disk does not take it
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

  /** The length of the events so far, in bytes. */
  public synchronized long length() throws IOException {
    return channel.size();
  }

  /** Forces the events so far to the disk. */
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
      // Positional reads may be short; this writer is alone, so that the bytes are there.
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
