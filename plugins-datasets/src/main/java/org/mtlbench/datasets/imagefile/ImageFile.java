package org.mtlbench.datasets.imagefile;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * A decoded image in RGB. Transparency is dropped, grey becomes three equal channels.
 *
 * @param height rows
 * @param width columns
 * @param pixels unsigned bytes, (height, width, 3)
 */
public record ImageFile(int height, int width, byte[] pixels) {
  /** The maximum size of a file; larger files are rejected before reading. */
  public static final long MAX_BYTES = 64L << 20;

  /** The maximum number of pixels; larger images are rejected before decoding. */
  public static final long MAX_PIXELS = 50_000_000;

  /**
   * The maximum number of scans of a JPEG image; encoders write about ten. Each takes a pass over
   * all pixels, even if it has a few bytes only.
   */
  static final int MAX_SCANS = 100;

  private static final int MARKER = 0xff;
  private static final int START_OF_SCAN = 0xda;
  private static final String JPEG = "jpeg";
  private static final String KIND = "a JPEG or PNG image";
  private static final Set<String> FORMATS = Set.of(JPEG, "png");

  /**
   * Reads a JPEG or PNG file.
   *
   * @throws InvalidConfigException naming the file, if it is missing, not a JPEG or PNG image,
   *     corrupt, truncated, or larger than the limits
   */
  public static ImageFile read(Path file) {
    SourceFiles.requireReadable(file, KIND);
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw rejected(file, bytes + " bytes", "at most " + (MAX_BYTES >> 20) + " MiB");
      }
      return decode(file);
    } catch (IOException e) {
      throw rejected(file, "a corrupt image (" + e.getMessage() + ")", KIND);
    }
  }

  private static ImageFile decode(Path file) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw rejected(file, "a file of another format", KIND);
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
          throw rejected(file, "an image in the format " + format, KIND);
        }
        if (format.equals(JPEG)) {
          checkScans(file);
        }
        return decode(file, reader, stream);
      } catch (IOException | RuntimeException e) {
        if (e instanceof InvalidConfigException known) {
          throw known;
        }
        // decoders throw arbitrary exceptions for corrupt files
        throw rejected(file, "a corrupt image (" + e.getMessage() + ")", KIND);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageFile decode(Path file, ImageReader reader, ImageInputStream stream)
      throws IOException {
    reader.setInput(stream, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MAX_PIXELS) {
      throw rejected(
          file,
          "an image of " + width + " x " + height + " pixels",
          "at most " + MAX_PIXELS + " pixels");
    }
    List<String> warnings = new ArrayList<>();
    // the JPEG decoder fills missing data with grey and only warns
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    if (!warnings.isEmpty()) {
      throw rejected(file, "a corrupt image (" + warnings.get(0) + ")", KIND);
    }
    return new ImageFile(image.getHeight(), image.getWidth(), rgb(image));
  }

  /** Counts the markers of scans, which cannot occur in the data of a scan. */
  private static void checkScans(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int scans = 0;
    for (int i = 1; i < bytes.length; i++) {
      if ((bytes[i - 1] & 0xff) == MARKER && (bytes[i] & 0xff) == START_OF_SCAN) {
        scans++;
      }
    }
    if (scans > MAX_SCANS) {
      throw rejected(file, "a JPEG image with " + scans + " scans", "at most " + MAX_SCANS);
    }
  }

  private static byte[] rgb(BufferedImage image) {
    int width = image.getWidth();
    byte[] pixels = new byte[Math.multiplyExact(3, Math.multiplyExact(image.getHeight(), width))];
    ColorModel model = image.getColorModel();
    boolean grey = model.getNumColorComponents() == 1;
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      if (grey) {
        // without the colour model, which changes the brightness of grey images
        Raster raster = image.getRaster();
        raster.getSamples(0, y, width, 1, 0, row);
        int bits = model.getComponentSize(0);
        for (int x = 0; x < width; x++) {
          row[x] = (bits > 8 ? row[x] >> (bits - 8) : row[x] * 255 / ((1 << bits) - 1)) * 0x010101;
        }
      } else {
        image.getRGB(0, y, width, 1, row, 0, width);
      }
      for (int x = 0; x < width; x++) {
        int to = 3 * (y * width + x);
        pixels[to] = (byte) (row[x] >> 16);
        pixels[to + 1] = (byte) (row[x] >> 8);
        pixels[to + 2] = (byte) row[x];
      }
    }
    return pixels;
  }

  /**
   * Resizes the image as Pillow's {@code resize} with bilinear interpolation; does not crop or keep
   * the aspect ratio.
   */
  public ImageFile resized(int newHeight, int newWidth) {
    return newHeight == height && newWidth == width
        ? this
        : new ImageFile(
            newHeight,
            newWidth,
            new BilinearScaling(height, newHeight)
                .rows(new BilinearScaling(width, newWidth).columns(pixels, height), newWidth));
  }

  private static InvalidConfigException rejected(Path file, String found, String expected) {
    return new InvalidConfigException(file.toString(), found, expected);
  }
}
