package org.mtlbench.cli.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.folder.RunFolder;

/**
 * When the files of each cell changed last: its events, its log, its claims and its checkpoints.
 * Changes that are seen between two readings count from the later one, so that the clocks of
 * machines that write and of this one need not agree.
 */
final class Activity {
  private final RunFolder folder;
  private final Clock clock;
  private final Map<String, LastChange> cells = new HashMap<>();
  private boolean first = true;

  /**
   * The last change of a cell's files.
   *
   * @param newest latest modification time of its files, by their machine's clock
   * @param bytes total size of its files
   * @param changed when that changed, by this machine's clock
   */
  private record LastChange(Instant newest, long bytes, Instant changed) {}

  Activity(RunFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Reads the times of all files. */
  void read() throws IOException {
    Map<String, LastChange> found = new HashMap<>();
    Instant now = clock.instant();
    for (Path place :
        List.of(folder.events(), folder.logs(), folder.claims(), folder.checkpoints())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
        for (Path file : files) {
          add(found, file);
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        // folders appear with the first worker
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    found.forEach(
        (id, seen) -> cells.merge(id, dated(seen, now), (old, latest) -> latest(old, latest)));
    cells.keySet().retainAll(found.keySet());
    first = false;
  }

  private static void add(Map<String, LastChange> found, Path file) throws IOException {
    String name = file.getFileName().toString();
    String id = name.substring(0, Math.max(0, name.indexOf('.')));
    if (id.isEmpty()) {
      return;
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Instant time = attributes.lastModifiedTime().toInstant();
      found.merge(
          id,
          new LastChange(time, attributes.size(), time),
          (a, b) -> {
            Instant newest = a.newest().isAfter(b.newest()) ? a.newest() : b.newest();
            return new LastChange(newest, a.bytes() + b.bytes(), newest);
          });
    } catch (NoSuchFileException e) {
      // a checkpoint that was replaced in between
    }
  }

  /** At the first reading the files' own times count, later ones date from the reading. */
  private LastChange dated(LastChange seen, Instant now) {
    Instant changed = first && seen.newest().isBefore(now) ? seen.newest() : now;
    return new LastChange(seen.newest(), seen.bytes(), changed);
  }

  private static LastChange latest(LastChange old, LastChange latest) {
    boolean same = old.newest().equals(latest.newest()) && old.bytes() == latest.bytes();
    return same ? old : latest;
  }

  /** The time since a file of a cell changed; empty if it has none. */
  Optional<Duration> quiet(String id) {
    return Optional.ofNullable(cells.get(id))
        .map(seen -> Duration.between(seen.changed(), clock.instant()));
  }
}
