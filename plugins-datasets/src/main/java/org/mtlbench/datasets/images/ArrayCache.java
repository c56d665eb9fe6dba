package org.mtlbench.datasets.images;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Caches constructed arrays in one file per recipe, so that a dataset is constructed only once per
 * machine.
 *
 * <p>The file: 8 bytes of magic, the SHA-256 of the recipe, then as 32-bit big-endian integers the
 * height, width and channels of an image, the number of tasks and the sizes of the three splits;
 * for each split the images and the labels of each task; and a CRC-32C of everything as a 64-bit
 * integer. An invalid file is recreated. Files are written under a temporary name and renamed, so
 * that several processes can write the same file concurrently.
 */
public final class ArrayCache {
  private static final byte[] MAGIC = "MTLIMGS1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 32;
  private static final int PARTS = 3;
  private static final int NUMBERS = 4 + PARTS;
  private static final int HEADER = 8 + KEY_BYTES + NUMBERS * Integer.BYTES;

  private final Path folder;

  /**
   * @param folder folder of the files; created if necessary
   */
  public ArrayCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The arrays of a recipe: read from the cache if valid, otherwise constructed and, if the folder
   * is writable, cached.
   *
   * @param name prefix of the file name
   * @param recipe everything the arrays depend on: config, checksums of the sources, version
   */
  public ImageSplits get(String name, String recipe, Supplier<ImageSplits> build) {
    byte[] key = key(recipe);
    Path file = file(name, recipe);
    Optional<ImageSplits> kept = read(file, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    ImageSplits built = build.get();
    write(file, key, built);
    return built;
  }

  /** The file of a recipe, which may not exist. */
  public Path file(String name, String recipe) {
    return folder.resolve(
        name + "-" + HexFormat.of().formatHex(key(recipe)).substring(0, 16) + ".arrays");
  }

  private static Optional<ImageSplits> read(Path file, byte[] key) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return decode(bytes, key);
    } catch (IOException | RuntimeException unreadable) {
      // Any problem with the cache is solved by constructing the arrays again.
      return Optional.empty();
    }
  }

  private static Optional<ImageSplits> decode(ByteBuffer bytes, byte[] key) {
    byte[] magic = new byte[MAGIC.length];
    byte[] foundKey = new byte[KEY_BYTES];
    if (bytes.remaining() < HEADER + Long.BYTES) {
      return Optional.empty();
    }
    bytes.get(magic).get(foundKey);
    if (!Arrays.equals(magic, MAGIC)
        || !Arrays.equals(foundKey, key)
        || bytes.getLong(bytes.limit() - Long.BYTES) != checksum(bytes)) {
      return Optional.empty();
    }
    ImageShape shape = new ImageShape(bytes.getInt(), bytes.getInt(), bytes.getInt());
    int tasks = bytes.getInt();
    int[] sizes = {bytes.getInt(), bytes.getInt(), bytes.getInt()};
    LabelledImages[] parts = new LabelledImages[PARTS];
    for (int part = 0; part < PARTS; part++) {
      parts[part] = take(bytes, shape, tasks, sizes[part]);
    }
    return bytes.remaining() == Long.BYTES
        ? Optional.of(new ImageSplits(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  private static LabelledImages take(ByteBuffer bytes, ImageShape shape, int tasks, int size) {
    byte[] images = new byte[Math.multiplyExact(size, shape.size())];
    bytes.get(images);
    List<byte[]> labels = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      byte[] values = new byte[size];
      bytes.get(values);
      labels.add(values);
    }
    return new LabelledImages(shape, images, labels);
  }

  private void write(Path file, byte[] key, ImageSplits splits) {
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
      encode(temporary, key, splits);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException notKept) {
      deleteQuietly(temporary);
    }
  }

  private static void encode(Path file, byte[] key, ImageSplits splits) throws IOException {
    CRC32C crc = new CRC32C();
    ImageShape shape = splits.train().shape();
    List<LabelledImages> parts = List.of(splits.train(), splits.validation(), splits.test());
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(file), crc)))) {
      out.write(MAGIC);
      out.write(key);
      out.writeInt(shape.height());
      out.writeInt(shape.width());
      out.writeInt(shape.channels());
      out.writeInt(splits.train().labels().size());
      for (LabelledImages part : parts) {
        out.writeInt(part.size());
      }
      for (LabelledImages part : parts) {
        out.write(part.images());
        for (byte[] labels : part.labels()) {
          out.write(labels);
        }
      }
      out.flush();
      out.writeLong(crc.getValue());
    }
  }

  private static long checksum(ByteBuffer whole) {
    CRC32C crc = new CRC32C();
    crc.update(whole.duplicate().position(0).limit(whole.capacity() - Long.BYTES));
    return crc.getValue();
  }

  private static byte[] key(String recipe) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(recipe.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException leftBehind) {
      // A leftover temporary file is harmless.
    }
  }
}
