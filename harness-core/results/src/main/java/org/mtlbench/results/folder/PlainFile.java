package org.mtlbench.results.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import org.mtlbench.results.json.CorruptRecordException;

/**
 * Reads files of a run folder without trusting that they are plain files of a reasonable size: a
 * folder, a pipe that would block, or a file of terabytes is reported and not opened.
 */
public final class PlainFile {
  /** Matches the end of the names that {@link #moveAside} gives. */
  public static final String ASIDE = "\\.aside-\\d+$";

  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

  private PlainFile() {}

  /**
   * Reads a whole file.
   *
   * @param maxBytes the largest size that is read
   * @throws NoSuchFileException if it does not exist
   * @throws CorruptRecordException if it is not a plain file, or larger
   */
  public static byte[] read(Path file, long maxBytes) throws IOException {
    check(file, maxBytes);
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Math.toIntExact(maxBytes));
    }
  }

  /**
   * Rejects anything but a plain file of at most the given size.
   *
   * @throws NoSuchFileException if it does not exist
   * @throws CorruptRecordException describing what was found instead
   */
  public static void check(Path file, long maxBytes) throws IOException {
    Optional<String> other = other(file);
    if (other.isPresent()) {
      throw new CorruptRecordException(file.toString(), other.get());
    }
    long size = Files.size(file);
    if (size > maxBytes) {
      throw new CorruptRecordException(
          file.toString(), size(size) + ", larger than the limit of " + size(maxBytes));
    }
  }

  /** Describes what is in place of a plain file; empty for a plain file. */
  private static Optional<String> other(Path file) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(file)) {
        return Optional.of("a link to something that is missing");
      }
      throw e;
    } catch (IOException e) {
      if (Files.isSymbolicLink(file)) {
        return Optional.of("a link that cannot be followed");
      }
      throw e;
    }
    if (found.isRegularFile()) {
      return Optional.empty();
    }
    return Optional.of(
        found.isDirectory() ? "a folder, not a file" : "not a plain file (for example a pipe)");
  }

  /**
   * Renames what is in place of a file that is about to be written, so that nothing is lost.
   *
   * @return its new path in the same folder; empty if there is a plain file or nothing
   */
  public static Optional<Path> moveAside(Path file) throws IOException {
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (!there || Files.isRegularFile(file)) {
      return Optional.empty();
    }
    int number = 1;
    Path aside;
    do {
      aside = file.resolveSibling(file.getFileName() + ".aside-" + number++);
    } while (Files.exists(aside, LinkOption.NOFOLLOW_LINKS));
    return Optional.of(Files.move(file, aside));
  }

  /** A size in words, for example {@code 3.0 GiB}. */
  public static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    boolean whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }
}
