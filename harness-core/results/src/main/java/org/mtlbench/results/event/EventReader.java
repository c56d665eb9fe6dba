package org.mtlbench.results.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.json.SchemaException;

/**
 * Reads a file of events, completely or from where the last read stopped, also while it is being
 * written. If the file is missing, {@link #readAll} reads its gzip-compressed copy {@code NAME.gz}
 * instead. mtlbench does not write compressed files; they are for archived runs.
 */
public final class EventReader {
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
   * @param warnings a sentence for each malformed line, for a file that was replaced, and for a
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
   * All events so far; none if there is no file. For a truncated or corrupt compressed file, the
   * events of the lines that could be decompressed, with a warning.
   *
   * @throws SchemaException if the events are in another schema version
   */
  public Batch readAll() throws IOException {
    Optional<Path> source = source();
    return source.isPresent() && source.get().equals(compressed()) ? readCompressed() : readFrom(0);
  }

  private Batch readCompressed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> warnings = new ArrayList<>();
    try (InputStream stored = Files.newInputStream(compressed());
        InputStream plain = new GZIPInputStream(stored, BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
    } catch (EOFException | ZipException e) {
      String problem = e instanceof EOFException ? "truncated" : "corrupt";
      warnings.add(compressed() + ": " + problem + " gzip file, used up to byte " + bytes.size());
    }
    List<Event> events = new ArrayList<>();
    long offset = parseLines(bytes.toByteArray(), compressed(), 0, events, warnings);
    return new Batch(events, offset, warnings);
  }

  /**
   * The events after an offset returned by an earlier read, from the plain file only. An incomplete
   * last line is left for the next read. A file that has become shorter than the offset is read
   * from its start.
   *
   * @throws SchemaException if the events are in another schema version
   */
  public Batch readFrom(long offset) throws IOException {
    List<Event> events = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      long start = offset;
      if (channel.size() < offset) {
        warnings.add(file + ": became shorter, read again from the start");
        start = 0;
      }
      channel.position(start);
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      long next = parseLines(bytes, file, start, events, warnings);
      return new Batch(events, next, warnings);
    } catch (NoSuchFileException e) {
      return new Batch(List.of(), 0, List.of());
    }
  }

  /** Parses complete lines; returns the offset after the last one. */
  private long parseLines(
      byte[] bytes, Path source, long offset, List<Event> events, List<String> warnings)
      throws SchemaException {
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String place = source + ", byte " + (offset + from);
        parse(Arrays.copyOfRange(bytes, from, i), place, events, warnings);
        from = i + 1;
      }
    }
    return offset + from;
  }

  private void parse(byte[] line, String place, List<Event> events, List<String> warnings)
      throws SchemaException {
    try {
      ObjectNode tree = json.readTree(place, line);
      if (tree.has("schema")) {
        ResultsJson.checkSchema(place, tree, 1, Event.SCHEMA);
      }
      Schema1.liftEvent(tree, Event.SCHEMA);
      events.add(json.bind(place, tree, Event.class));
    } catch (SchemaException e) {
      throw e;
    } catch (IOException e) {
      warnings.add(e.getMessage());
    }
  }
}
