package org.mtlbench.datasets.celeba;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.mtlbench.api.random.Randomness;

/** CelebA's files as they are published, with drawn images of 178 x 218 pixels. */
final class CelebaFixture {
  private CelebaFixture() {}

  /**
   * Writes the files.
   *
   * @param images the folder of the images
   * @param attributes the folder of the list of attributes
   * @param partition the folder of the partition
   * @param sizes of training, validation and test
   */
  static void write(Path images, Path attributes, Path partition, int... sizes) throws IOException {
    Path faces = Files.createDirectories(images.resolve("img_align_celeba"));
    int count = IntStream.of(sizes).sum();
    List<String> values = new ArrayList<>();
    values.add("" + count);
    values.add(String.join(" ", CelebaFiles.PUBLISHED_NAMES) + " ");
    List<String> parts = new ArrayList<>();
    int index = 0;
    for (int part = 0; part < 3; part++) {
      for (int i = 0; i < sizes[part]; i++) {
        String name = String.format("%06d.jpg", ++index);
        RandomGenerator random = new Randomness(3).stream("celeba", index);
        StringBuilder line = new StringBuilder(name);
        boolean first = random.nextBoolean();
        line.append(first ? "  1" : " -1");
        for (int a = 1; a < 40; a++) {
          line.append(random.nextBoolean() ? "  1" : " -1");
        }
        values.add(line.toString());
        parts.add(name + " " + part);
        ImageIO.write(face(first, random), "jpg", faces.resolve(name).toFile());
      }
    }
    Files.createDirectories(attributes);
    Files.createDirectories(partition);
    Files.write(attributes.resolve("list_attr_celeba.txt"), values);
    Files.write(partition.resolve("list_eval_partition.txt"), parts);
  }

  private static BufferedImage face(boolean bright, RandomGenerator random) {
    BufferedImage image = new BufferedImage(178, 218, BufferedImage.TYPE_INT_RGB);
    int colour = random.nextInt(0x7f) | (bright ? 0xc0c000 : 0x202000);
    for (int y = 0; y < 218; y++) {
      for (int x = 0; x < 178; x++) {
        image.setRGB(x, y, colour + ((x / 20 + y / 20) % 2 == 0 ? 0x101010 : 0));
      }
    }
    return image;
  }
}
