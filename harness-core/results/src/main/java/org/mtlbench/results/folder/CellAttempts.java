package org.mtlbench.results.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The files of the attempts of a cell. Each attempt has a token, 1 for the first one, that is part
 * of the names of its files, so that an attempt never writes to the files of another one.
 *
 * <p>An attempt starts with its claim, a file that only one process can create and that is not
 * deleted. As tokens have no gaps, an attempt has a successor if the claim with the next token
 * exists, which is one look-up by name and no listing of a folder.
 */
public final class CellAttempts {
  private final RunFolder folder;
  private final String id;

  CellAttempts(RunFolder folder, String id) {
    this.folder = folder;
    this.id = id;
  }

  /** The cell's id. */
  public String id() {
    return id;
  }

  /** The token of the newest attempt; 0 before the first one. */
  public long newest() {
    return newestAfter(0);
  }

  /**
   * The token of the newest attempt.
   *
   * @param token that of an earlier attempt, or 0
   */
  public long newestAfter(long token) {
    long newest = token;
    while (exists(newest + 1)) {
      newest++;
    }
    return newest;
  }

  /** Whether there is an attempt with this token. */
  public boolean exists(long token) {
    return Files.exists(claimFile(token), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Claims the cell: starts an attempt with a token that is higher than those of all others.
   *
   * @param holder a description of this process, for people
   * @return the token
   * @throws UnwritableException if the claim cannot be written
   */
  public long claim(String holder) throws UnwritableException {
    long token = newest() + 1;
    while (!AtomicFile.publish(claimFile(token), (holder + "\n").getBytes(UTF_8))) {
      token++;
    }
    return token;
  }

  /** The claim of an attempt. */
  public Path claimFile(long token) {
    return folder.claims().resolve(id + "." + token);
  }

  /** The checkpoint of an attempt. */
  public Path checkpointFile(long token) {
    return folder.checkpoints().resolve(id + "." + token + ".checkpoint");
  }

  /** The events of an attempt that has not ended, or failed. */
  public Path eventFile(long token) {
    return folder.events().resolve(id + "." + token + ".jsonl");
  }

  /** The newest checkpoint; empty if there is none. */
  public Optional<Path> newestCheckpoint() {
    return newest(this::checkpointFile);
  }

  /** The events of the newest attempt that has any; empty if all ended. */
  Optional<Path> newestEvents() {
    return newest(this::eventFile);
  }

  private Optional<Path> newest(LongFunction<Path> file) {
    for (long token = newest(); token > 0; token--) {
      Path found = file.apply(token);
      if (Files.isRegularFile(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * Publishes the events of an attempt as those of the cell, in place of those of an earlier
   * attempt; does nothing if it has none, for example because a successor has deleted them.
   */
  public void publishEvents(long token) throws IOException {
    Path events = eventFile(token);
    Path published = folder.publishedEvents(id);
    try {
      if (Files.isRegularFile(events) && !AtomicFile.link(events, published)) {
        Files.move(events, published, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw UnwritableException.of(published, e);
    }
  }

  /**
   * Publishes the events of a cell that ended, if its last attempt was killed before it could, and
   * deletes the checkpoints and events of all attempts.
   */
  public void settle() throws IOException {
    long newest = newest();
    publishEvents(newest);
    for (long token = newest - 1; token > 0; token--) {
      if (!Files.exists(folder.publishedEvents(id))) {
        publishEvents(token);
      }
    }
    deleteBelow(newest + 1);
  }

  /** Deletes the checkpoints and events of attempts with a lower token. */
  public void deleteBelow(long token) throws IOException {
    for (long earlier = token - 1; earlier > 0; earlier--) {
      delete(earlier);
    }
  }

  /**
   * Deletes the checkpoint and the events of an attempt, with what interrupted writes of the
   * checkpoint left behind.
   */
  public void delete(long token) throws IOException {
    AtomicFile.deleteOf(checkpointFile(token));
    for (Path file : new Path[] {checkpointFile(token), eventFile(token)}) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
