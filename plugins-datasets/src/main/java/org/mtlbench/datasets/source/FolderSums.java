package org.mtlbench.datasets.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the checksum of a folder: the SHA-256 of the output of {@code LC_ALL=C sha256sum FILES}
 * with the names in byte order. It depends only on names and contents.
 *
 * <p>The checksum of each file is cached with its size and modification time, as in version control
 * systems, so that unchanged files are not read again.
 */
public final class FolderSums {
  /** Files modified so recently that a change could be missed by their time stamp are not cached. */
  private static final long SETTLED_MILLIS = 2_000;

  private final Path memory;

  /**
   * @param cache folder of derived arrays; checksums are cached in a folder in it
   */
  public FolderSums(Path cache) {
    memory = cache.resolve("checksums");
  }

  /** The cached checksum of a file. */
  private record Known(long size, long modified, String sum) {}

  /**
   * The checksum of the given files of a folder.
   *
   * @param names without a line feed
   * @return 64 lower-case hexadecimal digits
   * @throws IOException if a file is missing or cannot be read
   */
  public String of(Path folder, Collection<String> names) throws IOException {
    Path list = memory.resolve(sha256(folder.toAbsolutePath().normalize().toString()) + ".tsv");
    Map<String, Known> known = read(list);
    Map<String, Known> found = new TreeMap<>();
    long settled = System.currentTimeMillis() - SETTLED_MILLIS;
    for (String name : names) {
      found.put(name, sum(folder.resolve(name), known.get(name)));
    }
    MessageDigest digest = sha256();
    found.forEach((name, file) -> digest.update(bytes(file.sum() + "  " + name + "\n")));
    Map<String, Known> remembered = new TreeMap<>(known);
    remembered.putAll(found);
    remembered.values().removeIf(file -> file.modified() > settled);
    if (!remembered.equals(known)) {
      write(list, remembered);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Known sum(Path file, Known known) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    long size = attributes.size();
    long modified = attributes.lastModifiedTime().toMillis();
    if (known != null && known.size() == size && known.modified() == modified) {
      return known;
    }
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new Known(size, modified, HexFormat.of().formatHex(digest.digest()));
  }

  private static Map<String, Known> read(Path list) {
    Map<String, Known> known = new HashMap<>();
    try {
      for (String line : Files.readAllLines(list)) {
        String[] parts = line.split("\t", 4);
        known.put(
            parts[3], new Known(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[0]));
      }
    } catch (NoSuchFileException firstTime) {
      return new HashMap<>();
    } catch (IOException | RuntimeException unreadable) {
      // files that are not cached are read
      return new HashMap<>();
    }
    return known;
  }

  /** Writes the cache; a failure is ignored, since it only costs time. */
  private void write(Path list, Map<String, Known> found) {
    List<String> lines = new ArrayList<>();
    found.forEach(
        (name, file) ->
            lines.add(String.join("\t", file.sum(), "" + file.size(), "" + file.modified(), name)));
    try {
      Files.createDirectories(memory);
      Path temporary = Files.createTempFile(memory, "sums", ".tmp");
      Files.write(temporary, lines);
      Files.move(temporary, list, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException notKept) {
      // files are read again next time
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(bytes(text))).substring(0, 16);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
