package org.mtlbench.datasets.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes NPY files as NumPy does. */
public final class NpyFixture {
  private NpyFixture() {}

  /** A float32 array in C order. */
  public static void write(Path file, float[] values, long... shape) throws IOException {
    byte[] bytes = new byte[Float.BYTES * values.length];
    little(bytes).asFloatBuffer().put(values);
    write(file, header("<f4", false, shape), bytes);
  }

  /** An int64 array in C order. */
  public static void write(Path file, long[] values, long... shape) throws IOException {
    byte[] bytes = new byte[Long.BYTES * values.length];
    little(bytes).asLongBuffer().put(values);
    write(file, header("<i8", false, shape), bytes);
  }

  /** The header's text. */
  public static String header(String type, boolean fortran, long... shape) {
    String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return "{'descr': '"
        + type
        + "', 'fortran_order': "
        + (fortran ? "True" : "False")
        + ", 'shape': ("
        + axes
        + (shape.length == 1 ? "," : "")
        + "), }";
  }

  /** A file of version 1. */
  public static void write(Path file, String header, byte[] values) throws IOException {
    write(file, 1, header, values);
  }

  /** A file of any version. */
  public static void write(Path file, int version, String header, byte[] values)
      throws IOException {
    int fixed = version == 1 ? 10 : 12;
    int padding = Math.floorMod(-(fixed + header.length() + 1), 64);
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[fixed + text.length + values.length];
    ByteBuffer all = little(bytes);
    all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      all.putShort((short) text.length);
    } else {
      all.putInt(text.length);
    }
    all.put(text).put(values);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
