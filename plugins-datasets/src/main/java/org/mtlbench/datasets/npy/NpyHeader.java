package org.mtlbench.datasets.npy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * The header of an NPY file of version 1, 2 or 3, checked against the file's length: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 *
 * @param type of the values
 * @param fortran whether the first axis varies fastest
 * @param shape of the array
 * @param offset of the first value in the file
 */
public record NpyHeader(DataType type, boolean fortran, Shape shape, int offset) {
  /** The maximum size of the values of a file in bytes. */
  public static final long MAX_BYTES = 1L << 28;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");
  private static final Map<String, DataType> TYPES =
      Map.of(
          "f4", DataType.FLOAT32,
          "f8", DataType.FLOAT64,
          "u1", DataType.UINT8,
          "i1", DataType.INT8,
          "i4", DataType.INT32,
          "i8", DataType.INT64,
          "b1", DataType.BOOLEAN);

  /**
   * Reads the header of a file.
   *
   * @throws InvalidConfigException naming the file, if it is not an NPY file, has an unsupported
   *     type, is larger than {@link #MAX_BYTES}, or has a length that does not match its header
   */
  public static NpyHeader read(Path file) {
    SourceFiles.requireReadable(file, "an array in NumPy's format");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, channel);
    } catch (IOException e) {
      throw rejected(
          file, "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
    }
  }

  static NpyHeader read(Path file, FileChannel channel) throws IOException {
    ByteBuffer start = bytes(channel, 0, MAGIC.length + 2 + Integer.BYTES);
    byte[] magic = new byte[MAGIC.length];
    if (start.remaining() < magic.length + 2 + Short.BYTES) {
      throw truncated(file, channel.size());
    }
    start.get(magic);
    int major = start.get();
    int minor = start.get();
    if (!Arrays.equals(magic, MAGIC)) {
      throw rejected(file, "a file of another format", "an array in NumPy's format (.npy)");
    }
    if (major < 1 || major > 3 || minor != 0) {
      throw rejected(file, "NPY version " + major + "." + minor, "version 1.0, 2.0 or 3.0");
    }
    if (major > 1 && start.remaining() < Integer.BYTES) {
      throw truncated(file, channel.size());
    }
    long length = major == 1 ? Short.toUnsignedInt(start.getShort()) : start.getInt() & 0xffffffffL;
    if (length > MAX_HEADER) {
      throw rejected(file, "a header of " + length + " bytes", "at most " + MAX_HEADER);
    }
    ByteBuffer text = bytes(channel, start.position(), Math.toIntExact(length));
    if (text.remaining() < length) {
      throw truncated(file, channel.size());
    }
    NpyHeader header =
        parse(
            file,
            StandardCharsets.UTF_8.decode(text).toString(),
            Math.toIntExact(start.position() + length));
    if (channel.size() != header.offset + header.bytes()) {
      throw rejected(
          file,
          channel.size() + " bytes",
          header.offset + header.bytes() + " bytes for " + header.description());
    }
    return header;
  }

  private static NpyHeader parse(Path file, String text, int offset) {
    Matcher descr = DESCR.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!descr.find() || !fortran.find() || !shape.find()) {
      throw rejected(
          file, "the header " + text.strip(), "a header with descr, fortran_order and shape");
    }
    String type = descr.group(1);
    boolean small = type.length() == 3 && "<|=".indexOf(type.charAt(0)) >= 0;
    if (!small || !TYPES.containsKey(type.substring(1))) {
      throw rejected(
          file,
          "values of type " + type,
          "little-endian float32, float64, int32 or int64, or int8, uint8 or bool");
    }
    NpyHeader header =
        new NpyHeader(
            TYPES.get(type.substring(1)),
            fortran.group(1).equals("True"),
            shape(file, shape.group(1)),
            offset);
    if (header.bytes() > MAX_BYTES) {
      throw rejected(file, header.description(), "at most " + (MAX_BYTES >> 20) + " MiB of values");
    }
    return header;
  }

  private static Shape shape(Path file, String text) {
    String[] parts = text.replace("L", "").strip().split("\\s*,\\s*");
    try {
      return parts[0].isEmpty()
          ? new Shape()
          : new Shape(Arrays.stream(parts).mapToLong(Long::parseLong).toArray());
    } catch (NumberFormatException e) {
      throw rejected(file, "the shape (" + text + ")", "whole numbers");
    }
  }

  /** The size of the values in bytes; {@link Long#MAX_VALUE} if it is larger. */
  long bytes() {
    double exact = type.getNumOfBytes();
    for (long length : shape.getShape()) {
      exact *= length;
    }
    return exact > MAX_BYTES ? (long) exact : type.getNumOfBytes() * shape.size();
  }

  /** Shape and type, for messages. */
  String description() {
    return "values of shape " + shape + " and type " + type.name().toLowerCase(Locale.ROOT);
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, from, buffer);
    return buffer.flip();
  }

  /** Reads until the buffer is full or the file ends. */
  static void fill(FileChannel channel, long from, ByteBuffer buffer) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }

  private static InvalidConfigException truncated(Path file, long size) {
    return rejected(file, size + " bytes", "a complete array in NumPy's format");
  }

  static InvalidConfigException rejected(Path file, String found, String expected) {
    return new InvalidConfigException(file.toString(), found, expected);
  }
}
