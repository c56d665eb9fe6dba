package org.mtlbench.datasets.imagefile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * A file with decoded images of equal size, from which single images are read on access; memory use
 * is limited to a batch.
 *
 * <p>File format, with big-endian numbers: 8 bytes magic, the SHA-256 of the recipe, height, width
 * and number of images as 32 bits each; the images, uint8 (height, width, 3), each with its CRC-32C
 * (32 bits); and for each image the sums and the sums of squares of its three channels (64 bits
 * each). The file is written under another name and renamed. Processes that build the same store
 * wait for each other.
 */
public final class ImageStore {
  private static final byte[] MAGIC = "MTLPIXS1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 32;
  private static final int HEADER = 8 + KEY_BYTES + 3 * Integer.BYTES;
  private static final int CHANNELS = 3;
  private static final int SUMS_BYTES = 2 * CHANNELS * Long.BYTES;
  private static final int MAX_REPORTED = 10;

  /** The number of images decoded at a time. */
  private static final int CHUNK = 256;

  private final Path file;
  private final int height;
  private final int width;
  private final int count;

  /**
   * Reused for every batch, since the memory of direct buffers is only freed by garbage collection.
   */
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  private ImageStore(Path file, int height, int width, int count) {
    this.file = file;
    this.height = height;
    this.width = width;
    this.count = count;
  }

  /** One image of the store, with the sums of its channels and of their squares. */
  private record Row(byte[] pixels, long[] sums) {
    static Row of(Path file, int height, int width) {
      byte[] pixels = ImageFile.read(file).resized(height, width).pixels();
      long[] sums = new long[2 * CHANNELS];
      for (int i = 0; i < pixels.length; i++) {
        int value = Byte.toUnsignedInt(pixels[i]);
        sums[i % CHANNELS] += value;
        sums[CHANNELS + i % CHANNELS] += (long) value * value;
      }
      return new Row(pixels, sums);
    }
  }

  /**
   * Opens the store of the given files, or builds it with all processors.
   *
   * @param cache the folder of the store
   * @param name prefix of the store's name
   * @param content a checksum of the files' names and contents
   * @param files in the order of the store
   * @throws InvalidConfigException with at most ten files that are not images, corrupt or too
   *     large, or if the cache folder cannot be written
   */
  public static ImageStore of(
      Path cache, String name, String content, List<Path> files, int height, int width) {
    byte[] key = sha256("images 1 " + height + "x" + width + " " + files.size() + " " + content);
    Path file = cache.resolve(name + "-" + HexFormat.of().formatHex(key, 0, 8) + ".images");
    ImageStore store = new ImageStore(file, height, width, files.size());
    try {
      if (!store.present(key)) {
        store.buildOnce(key, files);
      }
    } catch (IOException e) {
      throw new InvalidConfigException(
          file.toString(),
          "a file that cannot be written (" + SourceFiles.reason(e) + ")",
          "a cache folder with free space for "
              + (store.length() >> 20)
              + " MiB (set XDG_CACHE_HOME to move it)");
    }
    return store;
  }

  private long length() {
    return HEADER + (long) count * (rowBytes() + SUMS_BYTES);
  }

  private int pixelBytes() {
    return height * width * CHANNELS;
  }

  private int rowBytes() {
    return pixelBytes() + Integer.BYTES;
  }

  private boolean present(byte[] key) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != length()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer found = ByteBuffer.allocate(HEADER);
      read(channel, 0, found);
      return found.flip().equals(header(key).flip());
    }
  }

  private ByteBuffer header(byte[] key) {
    return ByteBuffer.allocate(HEADER)
        .put(MAGIC)
        .put(key)
        .putInt(height)
        .putInt(width)
        .putInt(count);
  }

  private void buildOnce(byte[] key, List<Path> files) throws IOException {
    Files.createDirectories(file.getParent());
    Path locked = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!present(key)) {
        build(key, files);
      }
    }
  }

  private void build(byte[] key, List<Path> files) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), file.getFileName() + "", ".tmp");
    try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      write(out, 0, header(key).flip());
      List<Problem> problems = new ArrayList<>();
      for (int from = 0; from < count && problems.size() < MAX_REPORTED; from += CHUNK) {
        write(out, from, decode(files.subList(from, Math.min(from + CHUNK, count)), problems));
      }
      if (!problems.isEmpty()) {
        throw new InvalidConfigException(
            problems.subList(0, Math.min(MAX_REPORTED, problems.size())));
      }
      out.force(true);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private List<Row> decode(List<Path> files, List<Problem> problems) {
    Row[] rows = new Row[files.size()];
    List<List<Problem>> found = new ArrayList<>();
    files.forEach(f -> found.add(new ArrayList<>()));
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            i -> {
              try {
                rows[i] = Row.of(files.get(i), height, width);
              } catch (InvalidConfigException e) {
                found.get(i).addAll(e.problems());
              }
            });
    found.forEach(problems::addAll);
    return problems.isEmpty() ? List.of(rows) : List.of();
  }

  private void write(FileChannel out, int first, List<Row> rows) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(rows.size() * rowBytes());
    ByteBuffer sums = ByteBuffer.allocate(rows.size() * SUMS_BYTES);
    for (Row row : rows) {
      images.put(row.pixels()).putInt(crc(ByteBuffer.wrap(row.pixels())));
      for (long sum : row.sums()) {
        sums.putLong(sum);
      }
    }
    write(out, HEADER + (long) first * rowBytes(), images.flip());
    write(out, HEADER + (long) count * rowBytes() + (long) first * SUMS_BYTES, sums.flip());
  }

  /** The number of images. */
  public int size() {
    return count;
  }

  /**
   * Reads images; not thread-safe.
   *
   * @param positions 0 to size - 1
   * @param manager owner of the tensor, on the device to use
   * @return uint8, (B, H, W, 3)
   * @throws InvalidConfigException if the file is corrupt
   */
  public NDArray read(int[] positions, NDManager manager) {
    int pixels = pixelBytes();
    int bytes = Math.multiplyExact(positions.length, pixels);
    if (buffer.capacity() < bytes) {
      buffer = manager.allocateDirect(bytes);
    }
    ByteBuffer images = buffer.clear().slice(0, bytes);
    ByteBuffer sum = ByteBuffer.allocate(Integer.BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int i = 0; i < positions.length; i++) {
        long at = HEADER + (long) positions[i] * rowBytes();
        ByteBuffer own = images.slice(i * pixels, pixels);
        read(channel, at, own);
        read(channel, at + pixels, sum.clear());
        if (own.hasRemaining() || sum.hasRemaining() || crc(own.flip()) != sum.getInt(0)) {
          throw damaged("image " + positions[i] + " does not have its checksum");
        }
      }
    } catch (IOException e) {
      throw damaged(SourceFiles.reason(e));
    }
    Shape shape = new Shape(positions.length, height, width, CHANNELS);
    try (NDArray array = manager.create(images, shape, DataType.UINT8)) {
      return array.duplicate();
    }
  }

  /**
   * Mean and standard deviation of each channel over the pixels of some images, as fractions of
   * 255.
   *
   * @param positions at least one
   * @return three means and three deviations
   */
  public double[][] statistics(int[] positions) {
    double[] means = new double[CHANNELS];
    double[] squares = new double[CHANNELS];
    ByteBuffer sums = ByteBuffer.allocate(SUMS_BYTES);
    double pixels = (double) positions.length * height * width * 255;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int position : positions) {
        read(
            channel,
            HEADER + (long) count * rowBytes() + (long) position * SUMS_BYTES,
            sums.clear());
        for (int c = 0; c < CHANNELS; c++) {
          means[c] += sums.getLong(c * Long.BYTES) / pixels;
          squares[c] += sums.getLong((CHANNELS + c) * Long.BYTES) / pixels / 255;
        }
      }
    } catch (IOException e) {
      throw damaged(SourceFiles.reason(e));
    }
    double[] deviations = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      deviations[c] = Math.sqrt(Math.max(0, squares[c] - means[c] * means[c]));
    }
    return new double[][] {means, deviations};
  }

  private InvalidConfigException damaged(String reason) {
    return new InvalidConfigException(
        file.toString(), "a corrupt cache (" + reason + ")", "delete the file to rebuild it");
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static void read(FileChannel channel, long from, ByteBuffer buffer) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }

  private static void write(FileChannel channel, long to, ByteBuffer buffer) throws IOException {
    long at = to;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
