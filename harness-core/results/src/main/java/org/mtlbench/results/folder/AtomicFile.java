package org.mtlbench.results.folder;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes files that are there whole or not at all, whatever happens on the way: first a temporary
 * file in the same folder, forced to the disk, then an atomic rename over the target, forced too.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".tmp";
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @param out buffered; not to be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, or replaces it.
   *
   * @param target in a folder that exists
   * @throws UnwritableException if that is not possible; the target is what it was then
   */
  public static void write(Path target, byte[] content) throws UnwritableException {
    write(target, out -> out.write(content));
  }

  /**
   * Writes a file, or replaces it, piece by piece.
   *
   * @param target in a folder that exists
   * @throws UnwritableException if that is not possible; the target is what it was then
   */
  public static void write(Path target, Content content) throws UnwritableException {
    // A name of our own, not createTempFile: that one gives files only their owner may read.
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX;
    Path temporary = target.resolveSibling(name);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(target.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw UnwritableException.of(target, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** A power cut may undo a rename until the folder itself is on the disk. */
  private static void forceFolder(Path folder) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // What kept the file from being written may keep it from being deleted; a later run does it.
      return;
    }
  }

  /**
   * Deletes temporary files that a crash left in a folder.
   *
   * @param olderThan younger ones may belong to a writer at work and stay
   * @return how many were deleted
   */
  static int deleteStale(Path folder, Duration olderThan) throws IOException {
    return delete(folder, ".*" + SUFFIX, Instant.now().minus(olderThan));
  }

  /** Deletes temporary files of one target, of any age. */
  static int deleteOf(Path target) throws IOException {
    String pattern = "." + target.getFileName() + ".*" + SUFFIX;
    return delete(target.toAbsolutePath().getParent(), pattern, Instant.MAX);
  }

  private static int delete(Path folder, String pattern, Instant limit) throws IOException {
    int deleted = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(file).toInstant().compareTo(limit) <= 0
            && Files.deleteIfExists(file)) {
          deleted++;
        }
      }
    } catch (NoSuchFileException e) {
      return deleted;
    }
    return deleted;
  }
}
