package org.mtlbench.datasets.imagefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.random.Randomness;

class ImageFileTest {
  @TempDir Path folder;

  private Path write(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(9, 6, type);
    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 9; x++) {
        image.setRGB(x, y, 0xff000000 | (x * 20) << 16 | (y * 30) << 8 | 200);
      }
    }
    Path file = folder.resolve("a." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  @Test
  void readsColours() throws IOException {
    ImageFile image = ImageFile.read(write("png", BufferedImage.TYPE_INT_ARGB));
    assertThat(image.height()).isEqualTo(6);
    assertThat(image.width()).isEqualTo(9);
    int at = 3 * (2 * 9 + 7);
    assertThat(image.pixels()[at] & 0xff).isEqualTo(140);
    assertThat(image.pixels()[at + 1] & 0xff).isEqualTo(60);
    assertThat(image.pixels()[at + 2] & 0xff).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void readsGreyAsItIs(int type) throws IOException {
    BufferedImage image = new BufferedImage(4, 1, type);
    int unit = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
    image.getRaster().setSamples(0, 0, 4, 1, 0, new int[] {0, 50 * unit, 128 * unit, 255 * unit});
    Path file = folder.resolve("grey.png");
    ImageIO.write(image, "png", file.toFile());
    assertThat(ImageFile.read(file).pixels())
        .containsExactly(0, 0, 0, 50, 50, 50, 128, 128, 128, 255, 255, 255);
  }

  private static byte[] pattern(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        pixels[at] = (byte) (x * 37 + y * 101 + x * y * 13);
        pixels[at + 1] = (byte) (x * x + 3 * y);
        pixels[at + 2] = (byte) ((x / 5 + y / 7) % 2 == 1 ? 255 : 0);
      }
    }
    return pixels;
  }

  private static byte[] golden(String name) throws IOException, URISyntaxException {
    List<String> lines =
        Files.readAllLines(
            Path.of(ImageFileTest.class.getResource("pillow-12.3.0-" + name).toURI()));
    Object[] values =
        lines.stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(Integer::valueOf)
            .toArray();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ((Integer) values[i]).byteValue();
    }
    return bytes;
  }

  @Test
  void resizesWithSameBitsAsPillow() throws IOException, URISyntaxException {
    assertThat(new ImageFile(54, 45, pattern(45, 54)).resized(16, 16).pixels())
        .isEqualTo(golden("bilinear-45x54-to-16x16.csv"));
    assertThat(new ImageFile(5, 7, pattern(7, 5)).resized(12, 10).pixels())
        .isEqualTo(golden("bilinear-7x5-to-10x12.csv"));
  }

  private void rejects(Path file, String... words) {
    assertThatThrownBy(() -> ImageFile.read(file))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void rejectsTruncatedImages(String format) throws IOException {
    Path file = write(format, BufferedImage.TYPE_INT_RGB);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 10, whole.length / 2, whole.length * 3 / 4}) {
      Files.write(file, Arrays.copyOf(whole, length));
      rejects(file, "expected a JPEG or PNG image");
    }
  }

  @Test
  void rejectsJpegImagesWithManyScansBeforeTheyAreDecoded() throws IOException {
    Path file = write("jpg", BufferedImage.TYPE_INT_RGB);
    ImageFile.read(file);
    byte[] whole = Files.readAllBytes(file);
    byte[] more = Arrays.copyOf(whole, whole.length + 2 * ImageFile.MAX_SCANS);
    for (int i = whole.length; i < more.length; i += 2) {
      more[i] = (byte) 0xff;
      more[i + 1] = (byte) 0xda;
    }
    Files.write(file, more);

    rejects(file, "a JPEG image with 101 scans", "at most 100");
  }

  @Test
  void rejectsOtherFormats() throws IOException {
    Path text = folder.resolve("text.jpg");
    Files.writeString(text, "no image");
    rejects(text, "a file of another format");
    rejects(write("gif", BufferedImage.TYPE_BYTE_INDEXED), "in the format gif");
    rejects(folder.resolve("none.png"), "found nothing");
    rejects(folder, "a folder");
  }

  @Test
  void rejectsOversizedImagesBeforeTheyAreDecoded() throws IOException {
    Path file = write("png", BufferedImage.TYPE_INT_RGB);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    // the width and height of the header, and its checksum
    bytes.putInt(16, 100_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(12, 17));
    bytes.putInt(29, (int) crc.getValue());
    Files.write(file, bytes.array());
    rejects(file, "100000 x 100000 pixels", "at most 50000000 pixels");

    Path large = folder.resolve("large.jpg");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(ImageFile.MAX_BYTES + 1);
    }
    rejects(large, ImageFile.MAX_BYTES + 1 + " bytes", "at most 64 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void changedFilesAreReadOrRejected(String format) throws IOException {
    Path file = write(format, BufferedImage.TYPE_INT_RGB);
    byte[] whole = Files.readAllBytes(file);
    RandomGenerator random = new Randomness(1).stream("image-fuzz");
    int rejected = 0;
    for (int i = 0; i < 200; i++) {
      byte[] changed = whole.clone();
      for (int k = 0; k < 4; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, changed);
      try {
        ImageFile.read(file);
      } catch (InvalidConfigException e) {
        assertThat(e).hasMessageContaining(file.toString());
        rejected++;
      }
    }
    assertThat(rejected).isGreaterThan(20);
  }
}
