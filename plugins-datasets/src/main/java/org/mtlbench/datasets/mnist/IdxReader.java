package org.mtlbench.datasets.mnist;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.datasets.source.Sha256;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Reads IDX files of unsigned bytes, the format MNIST is published in: a big-endian magic number
 * 0x000008dd (dd the number of axes), one 32-bit length per axis, then the elements.
 *
 * <p>Strict: a file of another type or shape, truncated or with extra bytes is rejected with an
 * {@link InvalidConfigException} that names the file.
 */
public final class IdxReader {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int BUFFER = 1 << 16;

  private IdxReader() {}

  /**
   * Reads a file with a known shape.
   *
   * @param file plain, or gzip if its name ends in .gz
   * @param shape the length of each axis
   * @throws InvalidConfigException if the file is invalid
   */
  public static IdxArray read(Path file, int... shape) {
    SourceFiles.requireReadable(file, "an IDX file");
    long[] taken = new long[1];
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream content = isGzip(file) ? new GZIPInputStream(raw, BUFFER) : raw) {
      Sha256 running = new Sha256(content);
      InputStream in = running.stream();
      readHeader(file, in, taken, shape);
      byte[] data = new byte[Math.toIntExact(elements(shape))];
      readFully(file, in, data, taken, headerLength(shape) + elements(shape));
      if (in.read() >= 0) {
        throw new InvalidConfigException(
            file.toString(),
            "bytes after the end of the array",
            (headerLength(shape) + elements(shape)) + " bytes of uncompressed content");
      }
      return new IdxArray(data, running.sum());
    } catch (EOFException e) {
      throw new InvalidConfigException(
          file.toString(),
          "a gzip stream that is truncated after " + taken[0] + " uncompressed bytes",
          "a complete gzip file");
    } catch (ZipException e) {
      throw new InvalidConfigException(
          file.toString(),
          "damaged gzip data (" + e.getMessage() + ")",
          "a complete gzip file, or the plain file without .gz in its name");
    } catch (AccessDeniedException e) {
      throw SourceFiles.noPermission(file);
    } catch (IOException e) {
      throw new InvalidConfigException(
          file.toString(), "a read error (" + e.getMessage() + ")", "a readable file");
    }
  }

  /**
   * Reads a label file.
   *
   * @param file plain, or gzip if its name ends in .gz
   * @param count number of labels
   * @param classes labels are 0 to classes - 1
   * @throws InvalidConfigException if the file is invalid
   */
  public static IdxArray readLabels(Path file, int count, int classes) {
    IdxArray array = read(file, count);
    for (int i = 0; i < count; i++) {
      int label = Byte.toUnsignedInt(array.data()[i]);
      if (label >= classes) {
        throw new InvalidConfigException(
            file.toString(), "label " + label + " at index " + i, "labels 0 to " + (classes - 1));
      }
    }
    return array;
  }

  static boolean isGzip(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static void readHeader(Path file, InputStream in, long[] taken, int[] shape)
      throws IOException {
    byte[] bytes = new byte[headerLength(shape)];
    int got = readSome(in, bytes, taken);
    ByteBuffer header = ByteBuffer.wrap(bytes, 0, got);
    int magic = UNSIGNED_BYTES + shape.length;
    if (got >= Integer.BYTES) {
      int found = header.getInt();
      if (found != magic) {
        throw new InvalidConfigException(
            file.toString(),
            String.format("magic number 0x%08x", found),
            String.format("0x%08x (unsigned bytes, axes: %d)", magic, shape.length));
      }
    }
    if (got < bytes.length) {
      throw new InvalidConfigException(
          file.toString(), "only " + got + " bytes", "a header of " + bytes.length + " bytes");
    }
    int[] found = new int[shape.length];
    header.asIntBuffer().get(found);
    if (!Arrays.equals(found, shape)) {
      throw new InvalidConfigException(
          file.toString(), "an array of shape " + name(found), "shape " + name(shape));
    }
  }

  private static void readFully(
      Path file, InputStream in, byte[] data, long[] taken, long expectedLength)
      throws IOException {
    if (readSome(in, data, taken) < data.length) {
      throw new InvalidConfigException(
          file.toString(),
          "only " + taken[0] + " bytes of uncompressed content",
          expectedLength + " bytes");
    }
  }

  /**
   * Reads until the array is full or the stream ends, and also counts bytes read before a failure.
   */
  private static int readSome(InputStream in, byte[] into, long[] taken) throws IOException {
    int got = 0;
    while (got < into.length) {
      int n = in.read(into, got, Math.min(into.length - got, BUFFER));
      if (n < 0) {
        break;
      }
      got += n;
      taken[0] += n;
    }
    return got;
  }

  private static int headerLength(int[] shape) {
    return Integer.BYTES * (1 + shape.length);
  }

  private static long elements(int[] shape) {
    long product = 1;
    for (int length : shape) {
      product = Math.multiplyExact(product, length);
    }
    return product;
  }

  private static String name(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(" x ", "(", ")"));
  }
}
