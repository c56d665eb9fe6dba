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
 * Writes files atomically: a temporary file in the same folder is written and forced to disk, then
 * renamed over the target, and the folder is forced to disk.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".tmp";
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the content.
     *
     * @param out buffered; must not be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Creates or replaces a file.
   *
   * @param target file in an existing folder
   * @throws UnwritableException if that fails; the target is unchanged
   */
  public static void write(Path target, byte[] content) throws UnwritableException {
    write(target, out -> out.write(content));
  }

  /**
   * Creates or replaces a file with streamed content.
   *
   * @param target file in an existing folder
   * @throws UnwritableException if that fails; the target is unchanged
   */
  public static void write(Path target, Content content) throws UnwritableException {
    // createTempFile is not used because its files are readable by their owner only.
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

  /** A power failure may undo a rename until the folder itself has been forced to disk. */
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
      // The cause of the failed write may also prevent deletion; a later run cleans up.
      return;
    }
  }

  /**
   * Deletes temporary files left by a crash.
   *
   * @param olderThan younger files are kept, since they may belong to an active writer
   * @return the number of deleted files
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
