package org.mtlbench.reports.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A matrix of values from -1 to 1 as an image with one pixel per value. Negative values are blue,
 * positive ones orange (Okabe and Ito), the more opaque the further from 0, so that 0 has the
 * colour of the background in the light and in the dark theme; missing values are grey.
 */
public final class HeatMap {
  /** The number of colours on either side of 0; a palette this small makes small files. */
  public static final int STEPS = 20;

  private static final int MISSING = 2 * STEPS + 1;
  private static final int NEGATIVE = 0x0072b2;
  private static final int POSITIVE = 0xd55e00;
  private static final int GREY = 0x6b7178;
  private static final int OPAQUE = 0xff;
  private static final int PALE = 0x60;

  // Below 1, so that values near 0 are visible.
  private static final double EXPONENT = 0.7;

  private final int width;
  private final byte[] pixels;

  private HeatMap(int width, byte[] pixels) {
    this.width = width;
    this.pixels = pixels;
  }

  /**
   * An image of a matrix.
   *
   * @param width number of columns, at least 1
   * @param values row by row from the top left corner; NaN is missing, values beyond -1 and 1 are
   *     clamped
   */
  public static HeatMap of(int width, double[] values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = Math.max(-1, Math.min(1, values[i]));
      pixels[i] = (byte) (Double.isNaN(value) ? MISSING : STEPS + (int) Math.round(STEPS * value));
    }
    return new HeatMap(width, pixels);
  }

  /** The number of columns. */
  int width() {
    return width;
  }

  /** The image with a palette. */
  BufferedImage image() {
    int[] palette = new int[MISSING + 1];
    for (int step = -STEPS; step <= STEPS; step++) {
      int opacity = (int) Math.round(OPAQUE * Math.pow((double) Math.abs(step) / STEPS, EXPONENT));
      palette[step + STEPS] = opacity << 24 | (step < 0 ? NEGATIVE : POSITIVE);
    }
    palette[MISSING] = PALE << 24 | GREY;
    BufferedImage image =
        new BufferedImage(
            width,
            pixels.length / width,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(
                Byte.SIZE, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE));
    image.getRaster().setDataElements(0, 0, width, image.getHeight(), pixels);
    return image;
  }

  /** The image as a PNG file with a palette. */
  byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image(), "png", out)) {
        throw new IOException("this Java cannot write PNG images");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Whether the other object is a map with the same pixels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof HeatMap map && width == map.width && Arrays.equals(pixels, map.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(pixels);
  }
}
