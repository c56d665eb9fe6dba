package org.mtlbench.datasets.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files by hand. */
public final class IdxFixture {
  private IdxFixture() {}

  /** Header and elements of an IDX file of unsigned bytes. */
  public static byte[] idx(byte[] data, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + data.length);
    bytes.putInt(0x0800 + shape.length);
    for (int length : shape) {
      bytes.putInt(length);
    }
    return bytes.put(data).array();
  }

  /** The bytes as a gzip archive. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The four files with empty images and labels of 0, gzipped, sound but not the published ones.
   */
  public static void writeBlankMnist(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (MnistFile file : MnistFile.values()) {
      int elements = file.count() * (file.isImages() ? DigitSet.PIXELS : 1);
      Files.write(folder.resolve(file.archiveName()), gzip(idx(new byte[elements], file.shape())));
    }
  }
}
