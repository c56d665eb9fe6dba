package org.mtlbench.datasets.npy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Reads arrays in NumPy's format. Reuses one buffer, since the memory of direct buffers is only
 * freed by garbage collection; not thread-safe.
 */
public final class NpyReader {
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  /**
   * Reads a file.
   *
   * @param manager owner of the tensor, on the device to use
   * @return a tensor with the file's shape and type
   * @throws InvalidConfigException as {@link NpyHeader#read(Path)} does
   */
  public NDArray read(Path file, NDManager manager) {
    SourceFiles.requireReadable(file, "an array in NumPy's format");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(file, channel);
      ByteBuffer values = values(Math.toIntExact(header.bytes()), manager);
      NpyHeader.fill(channel, header.offset(), values);
      if (values.hasRemaining()) {
        throw NpyHeader.rejected(
            file, "a file that was truncated while reading", header.description());
      }
      return tensor(header, values.flip(), manager);
    } catch (IOException e) {
      throw NpyHeader.rejected(
          file, "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
    }
  }

  private ByteBuffer values(int size, NDManager manager) {
    if (buffer.capacity() < size) {
      buffer = manager.allocateDirect(size);
    }
    return buffer.clear().slice(0, size).order(buffer.order());
  }

  /** Creates a tensor with its own memory. */
  private static NDArray tensor(NpyHeader header, ByteBuffer values, NDManager manager) {
    int axes = header.shape().dimension();
    if (!header.fortran() || axes < 2) {
      try (NDArray array = manager.create(values, header.shape(), header.type())) {
        return array.duplicate();
      }
    }
    int[] reversed = IntStream.range(0, axes).map(axis -> axes - 1 - axis).toArray();
    Shape stored = new Shape(IntStream.of(reversed).mapToLong(header.shape()::get).toArray());
    try (NDArray array = manager.create(values, stored, header.type());
        NDArray turned = array.transpose(reversed)) {
      return turned.duplicate();
    }
  }
}
