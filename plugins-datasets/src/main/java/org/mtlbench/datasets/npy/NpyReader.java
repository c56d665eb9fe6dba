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

/** Reads arrays in NumPy's format. */
public final class NpyReader {
  private NpyReader() {}

  /**
   * Reads a file.
   *
   * @param manager owns the tensor and fixes the device
   * @return of the file's shape and type; a view of another memory layout if the file is in Fortran
   *     order
   * @throws InvalidConfigException as {@link NpyHeader#read(Path)} does
   */
  public static NDArray read(Path file, NDManager manager) {
    SourceFiles.requireReadable(file, "an array in NumPy's format");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(file, channel);
      ByteBuffer values = manager.allocateDirect(Math.toIntExact(header.bytes()));
      NpyHeader.fill(channel, header.offset(), values);
      if (values.hasRemaining()) {
        throw NpyHeader.rejected(file, "a file that became shorter", header.words());
      }
      values.flip();
      if (!header.fortran() || header.shape().dimension() < 2) {
        return manager.create(values, header.shape(), header.type());
      }
      int axes = header.shape().dimension();
      int[] reversed = IntStream.range(0, axes).map(axis -> axes - 1 - axis).toArray();
      Shape stored = new Shape(IntStream.of(reversed).mapToLong(header.shape()::get).toArray());
      try (NDArray array = manager.create(values, stored, header.type())) {
        return array.transpose(reversed);
      }
    } catch (IOException e) {
      throw NpyHeader.rejected(
          file, "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
    }
  }
}
