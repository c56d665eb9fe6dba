package org.mtlbench.datasets.imagefolder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.mtlbench.api.random.Randomness;

/** Images of one colour with a bright bar, and a table of what they show. */
final class ImagesFixture {
  private ImagesFixture() {}

  /** Writes {@code labels.csv} and the images in {@code photos}. */
  static void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder.resolve("photos/more"));
    List<String> lines = new ArrayList<>();
    lines.add("image,colour,bar,signs,part");
    for (int i = 0; i < count; i++) {
      RandomGenerator random = new Randomness(5).stream("image", i);
      boolean png = i % 2 == 0;
      String name = (png ? "" : "more/") + "p" + i + (png ? ".png" : ".jpg");
      boolean red = random.nextBoolean();
      int bar = random.nextInt(20);
      BufferedImage image =
          new BufferedImage(24 + random.nextInt(10), 20, BufferedImage.TYPE_INT_RGB);
      int colour = (red ? 0xa00000 : 0x0000a0) + random.nextInt(0x40) * 0x10101;
      for (int y = 0; y < 20; y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          image.setRGB(x, y, y == bar ? 0xffffff : colour);
        }
      }
      ImageIO.write(image, png ? "png" : "jpg", folder.resolve("photos").resolve(name).toFile());
      lines.add(
          String.join(
              ",",
              name,
              red ? "red" : "blue",
              i % 5 == 4 ? "NA" : Integer.toString(bar),
              bar < 5 ? "high" : bar < 10 ? "high;middle" : "none",
              i % 4 == 0 ? "test" : i % 4 == 1 ? "val" : "train"));
    }
    Files.write(folder.resolve("labels.csv"), lines);
  }
}
