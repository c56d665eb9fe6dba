package org.mtlbench.reports.similarity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

/**
 * Reads single tensors of a file in the format safetensors: the length N of the header as 8 bytes,
 * little endian; N bytes of JSON, {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets":
 * [0, 24]}}}; then the values. Sizes are compared with that of the file before memory is allocated.
 */
final class TensorFile {
  /** The largest header that is read; that of a thousand tensors has some 100 KiB. */
  static final long MAX_HEADER_BYTES = 16L << 20;

  /** The largest tensor that is read: a layer of 4,096 by 4,096 parameters. */
  static final long MAX_TENSOR_BYTES = 64L << 20;

  private static final String TYPE = "F32";

  private final Path file;
  private final ObjectNode header;
  private final long start;

  private TensorFile(Path file, ObjectNode header, long start) {
    this.file = file;
    this.header = header;
    this.start = start;
  }

  /**
   * Reads the header of a file.
   *
   * @throws CorruptRecordException if it is not a plain file, truncated or not such a file
   */
  static TensorFile open(Path file) throws IOException {
    PlainFile.check(file, Long.MAX_VALUE);
    try (FileChannel channel = FileChannel.open(file)) {
      long after = channel.size() - Long.BYTES;
      if (after < 0) {
        throw new CorruptRecordException(file.toString(), "truncated, no header");
      }
      long length = read(file, channel, 0, Long.BYTES).getLong();
      long most = Math.min(after, MAX_HEADER_BYTES);
      if (length < 0 || length > most) {
        throw new CorruptRecordException(
            file.toString(), "a header of " + length + " bytes, expected at most " + most);
      }
      byte[] json = read(file, channel, Long.BYTES, (int) length).array();
      return new TensorFile(
          file, new ResultsJson().readTree(file.toString(), json), Long.BYTES + length);
    }
  }

  /**
   * Reads a tensor.
   *
   * @param layer its name, shape and size
   * @return its values, the last axis fastest
   * @throws CorruptRecordException if it is missing, has another shape or type, is larger than
   *     {@link #MAX_TENSOR_BYTES}, lies outside of the file or contains NaN or infinite values
   */
  float[] read(ModelLayer layer) throws IOException {
    String name = layer.name();
    JsonNode entry = header.path(name);
    if (!TYPE.equals(entry.path("dtype").textValue())
        || !layer.shape().equals(numbers(entry, "shape"))) {
      throw corrupt(name, "not found with type " + TYPE + " and shape " + layer.shape());
    }
    double bytes = layer.bytes();
    if (bytes > MAX_TENSOR_BYTES) {
      throw corrupt(name, "larger than the limit of " + PlainFile.size(MAX_TENSOR_BYTES));
    }
    List<Long> offsets = numbers(entry, "data_offsets");
    try (FileChannel channel = FileChannel.open(file)) {
      long available = channel.size() - start;
      if (offsets.size() != 2
          || offsets.get(0) < 0
          || offsets.get(1) > available
          || offsets.get(1) - offsets.get(0) != (long) bytes) {
        throw corrupt(
            name,
            "expected "
                + (long) bytes
                + " of the "
                + available
                + " bytes after the header, found offsets "
                + offsets);
      }
      float[] values = new float[(int) bytes / Float.BYTES];
      read(file, channel, start + offsets.get(0), (int) bytes).asFloatBuffer().get(values);
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw corrupt(name, "contains NaN or infinite values");
        }
      }
      return values;
    }
  }

  private CorruptRecordException corrupt(String name, String problem) {
    return new CorruptRecordException(file + ", tensor " + name, problem);
  }

  /** The whole numbers of a list; empty if it is anything else. */
  private static List<Long> numbers(JsonNode entry, String key) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : entry.path(key)) {
      if (!number.canConvertToLong() || !number.isIntegralNumber()) {
        return List.of();
      }
      numbers.add(number.longValue());
    }
    return numbers;
  }

  private static ByteBuffer read(Path file, FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new CorruptRecordException(file.toString(), "became shorter while it was read");
      }
    }
    return bytes.flip();
  }
}
