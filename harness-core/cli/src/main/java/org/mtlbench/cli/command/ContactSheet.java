package org.mtlbench.cli.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Arranges small images row by row in one PNG file. Needs neither a display nor fonts.
 *
 * @param columns images per row, at least 1
 * @param zoom screen pixels per image pixel, at least 1
 */
record ContactSheet(int columns, int zoom) {
  private static final int GAP = 2;
  private static final int PAPER = 0x808080;

  /** Checks the ranges. */
  ContactSheet {
    if (columns < 1 || zoom < 1) {
      throw new IllegalArgumentException(
          "columns " + columns + " and zoom " + zoom + " must be at least 1");
    }
  }

  /**
   * Writes the sheet, creating its folder if necessary.
   *
   * @param images (N, height, width, channels) unsigned bytes; grey (1 channel) or RGB (3)
   */
  void write(Path png, byte[] images, int height, int width, int channels) throws IOException {
    BufferedImage sheet = draw(images, height, width, channels);
    // without a cache file on disk, which ImageIO uses for streams by default
    try (var out = Files.newOutputStream(png);
        var stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(sheet, "png", stream)) {
        throw new IOException("this Java runtime cannot write PNG");
      }
    }
  }

  /** The sheet in memory. */
  BufferedImage draw(byte[] images, int height, int width, int channels) {
    int size = height * width * channels;
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels: found " + channels + ", expected 1 or 3");
    }
    if (images.length == 0 || images.length % size != 0) {
      throw new IllegalArgumentException(
          images.length + " bytes are not one or more images of " + size + " bytes");
    }
    int n = images.length / size;
    int across = Math.min(columns, n);
    int down = (n + across - 1) / across;
    BufferedImage sheet =
        new BufferedImage(
            across * (width * zoom + GAP) + GAP,
            down * (height * zoom + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        sheet.setRGB(x, y, PAPER);
      }
    }
    for (int i = 0; i < n; i++) {
      int left = GAP + i % across * (width * zoom + GAP);
      int top = GAP + i / across * (height * zoom + GAP);
      for (int y = 0; y < height * zoom; y++) {
        for (int x = 0; x < width * zoom; x++) {
          int at = i * size + (y / zoom * width + x / zoom) * channels;
          sheet.setRGB(left + x, top + y, colour(images, at, channels));
        }
      }
    }
    return sheet;
  }

  private static int colour(byte[] images, int at, int channels) {
    int red = Byte.toUnsignedInt(images[at]);
    int green = channels == 1 ? red : Byte.toUnsignedInt(images[at + 1]);
    int blue = channels == 1 ? red : Byte.toUnsignedInt(images[at + 2]);
    return red << 16 | green << 8 | blue;
  }
}
