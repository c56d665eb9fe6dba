package org.mtlbench.results.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.json.SchemaException;

/**
 * Reads a file of events, completely or from where the last read stopped, also while it is being
 * written. If the file is missing, {@link #readAll} reads its gzip-compressed copy {@code NAME.gz}
 * instead. mtlbench does not write compressed files; they are for archived runs.
 */
public final class EventReader {
  /** How much of a file is read at once: some 300,000 epochs. */
  public static final long MAX_BYTES = 256L << 20;

  /** The largest event; most have less than a kilobyte. */
  private static final int MAX_LINE = 16 << 20;

  private static final int MAX_WARNINGS = 3;
  private static final int BUFFER = 1 << 16;

  private final ResultsJson json = new ResultsJson();
  private final Path file;

  /** Creates a reader of a file that may not exist yet. */
  public EventReader(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  /**
   * The result of a read.
   *
   * @param events the events of complete lines, in order
   * @param offset total number of bytes read (after decompression), from which the next read
   *     continues
   * @param warnings a sentence for each of the first malformed lines and one for the rest of them,
   *     for a file that was replaced or is too large, for something else in its place, and for a
   *     compressed file that is truncated or corrupt
   */
  public record Batch(List<Event> events, long offset, List<String> warnings) {
    /** Makes defensive copies of the lists. */
    public Batch {
      events = List.copyOf(events);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The existing file that {@link #readAll} reads, plain or compressed; empty if neither exists.
   */
  public Optional<Path> source() {
    return Stream.of(file, compressed()).filter(Files::isRegularFile).findFirst();
  }

  private Path compressed() {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  /**
   * All events so far; none if there is no file. What cannot be read is reported as a warning:
   * something else in place of the file, the end of a truncated or corrupt compressed file, and
   * what follows the first {@link #MAX_BYTES}.
   *
   * @throws SchemaException if the events are in another schema version
   */
  public Batch readAll() throws IOException {
    Optional<Path> source = source();
    return source.isPresent() && source.get().equals(compressed()) ? readCompressed() : readFrom(0);
  }

  private Batch readCompressed() throws IOException {
    Lines lines = new Lines(compressed(), 0);
    try (InputStream stored = Files.newInputStream(compressed());
        InputStream plain = new GZIPInputStream(stored, BUFFER)) {
      lines.read(plain);
    } catch (EOFException | ZipException e) {
      String problem = e instanceof EOFException ? "truncated" : "corrupt";
      lines.warn(compressed() + ": " + problem + " gzip file, used up to byte " + lines.bytes());
    }
    return lines.batch();
  }

  /**
   * The events after an offset returned by an earlier read, from the plain file only and at most
   * {@link #MAX_BYTES} of it. An incomplete last line is left for the next read. A file that has
   * become shorter than the offset is read from its start.
   *
   * @throws SchemaException if the events are in another schema version
   */
  public Batch readFrom(long offset) throws IOException {
    try {
      PlainFile.check(file, Long.MAX_VALUE);
    } catch (NoSuchFileException e) {
      return new Batch(List.of(), 0, List.of());
    } catch (CorruptRecordException | FileSystemException e) {
      return new Batch(List.of(), 0, List.of(place(e)));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      boolean shorter = channel.size() < offset;
      Lines lines = new Lines(file, shorter ? 0 : offset);
      if (shorter) {
        lines.warn(file + ": became shorter, read again from the start");
      }
      channel.position(shorter ? 0 : offset);
      lines.read(Channels.newInputStream(channel));
      return lines.batch();
    } catch (NoSuchFileException e) {
      return new Batch(List.of(), 0, List.of());
    }
  }

  private String place(IOException problem) {
    return problem instanceof FileSystemException
        ? file + ": cannot be read: " + UnwritableException.reason(problem)
        : problem.getMessage();
  }

  /** Collects the events of a stream line by line, so that no more than a line is held as bytes. */
  private final class Lines {
    private final Path source;
    private final List<Event> events = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final long start;
    private long next;
    private long bytes;
    private int unreadable;
    private boolean tooLong;

    Lines(Path source, long start) {
      this.source = source;
      this.start = start;
      this.next = start;
    }

    long bytes() {
      return bytes;
    }

    void warn(String sentence) {
      warnings.add(sentence);
    }

    Batch batch() {
      if (unreadable > MAX_WARNINGS) {
        warn(source + ": " + (unreadable - MAX_WARNINGS) + " more malformed lines");
      }
      return new Batch(events, next, warnings);
    }

    void read(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        take(buffer, read);
        bytes += read;
        if (bytes >= MAX_BYTES) {
          warn(source + ": larger than " + PlainFile.size(MAX_BYTES) + ", the rest is not read");
          return;
        }
      }
    }

    private void take(byte[] buffer, int length) throws SchemaException {
      int from = 0;
      for (int i = 0; i < length; i++) {
        if (buffer[i] == '\n') {
          add(buffer, from, i);
          end(start + bytes + i + 1);
          from = i + 1;
        }
      }
      add(buffer, from, length);
    }

    private void add(byte[] buffer, int from, int to) {
      if (line.size() + to - from > MAX_LINE) {
        line.reset();
        tooLong = true;
      }
      if (!tooLong) {
        line.write(buffer, from, to - from);
      }
    }

    private void end(long offset) throws SchemaException {
      String place = source + ", byte " + next;
      if (tooLong) {
        unreadable(
            place + ": a line of more than the " + PlainFile.size(MAX_LINE) + " of an event");
      } else {
        parse(line.toByteArray(), place);
      }
      line.reset();
      tooLong = false;
      next = offset;
    }

    private void parse(byte[] text, String place) throws SchemaException {
      try {
        ObjectNode tree = json.readTree(place, text);
        if (tree.has("schema")) {
          ResultsJson.checkSchema(place, tree, 1, Event.SCHEMA);
        }
        Schema1.liftEvent(tree, Event.SCHEMA);
        events.add(json.bind(place, tree, Event.class));
      } catch (SchemaException e) {
        throw e;
      } catch (IOException e) {
        unreadable(e.getMessage());
      }
    }

    private void unreadable(String sentence) {
      unreadable++;
      if (unreadable <= MAX_WARNINGS) {
        warn(sentence);
      }
    }
  }
}
