package org.mtlbench.results.folder;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes files atomically: a temporary file in the same folder is written and forced to disk, then
 * renamed over the target or linked to it, and the folder is forced to disk.
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
    Path temporary = temporary(target);
    try {
      fill(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(target.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw UnwritableException.of(target, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /**
   * Creates a file that must not exist: of several processes that publish the same file, also on
   * several machines, exactly one succeeds, and readers see the whole content or no file.
   *
   * <p>The content is written to a temporary file, forced to disk and linked to the target. A file
   * system without links gets a rename after a check, where two processes that publish within the
   * same microseconds may both succeed.
   *
   * @param target file in an existing folder
   * @return whether this call created the file; false if there is something in its place
   * @throws UnwritableException if it cannot be written for another reason
   */
  public static boolean publish(Path target, byte[] content) throws UnwritableException {
    Path temporary = temporary(target);
    try {
      fill(temporary, out -> out.write(content));
      boolean first = link(temporary, target);
      if (first) {
        forceFolder(target.toAbsolutePath().getParent());
      }
      return first;
    } catch (IOException e) {
      throw UnwritableException.of(target, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /**
   * Gives an existing file another name, unless that is taken. The file may lose its first name,
   * where the file system has no links.
   *
   * @return whether the file has the new name through this call
   * @throws java.nio.file.NoSuchFileException if the file does not exist
   */
  public static boolean link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      // A network file system may repeat a request whose answer was lost, and then find its own
      // link.
      return isSameFile(file, name);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return rename(file, name);
    }
  }

  private static boolean isSameFile(Path file, Path name) throws IOException {
    try {
      return Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(file, name);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean rename(Path file, Path name) throws IOException {
    try {
      Files.move(file, name);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /**
   * Removes a file if it still has the given content. Between reading it and removing it, another
   * process may have replaced it; then the other's file is kept.
   *
   * @param seen content of the file to remove
   */
  static void remove(Path target, byte[] seen) throws IOException {
    Path taken = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.move(target, taken, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return;
    }
    if (!Arrays.equals(Files.readAllBytes(taken), seen)) {
      link(taken, target);
    }
    Files.deleteIfExists(taken);
  }

  private static Path temporary(Path target) {
    // createTempFile is not used because its files are readable by their owner only.
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
  }

  private static void fill(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      content.writeTo(out);
      out.flush();
      channel.force(true);
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
