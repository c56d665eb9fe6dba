package org.mtlbench.datasets.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.images.LabelledImages;

/**
 * Generates images in place of CIFAR-10's: 32x32 in two random colours, mixed by a texture whose
 * kind is the class, with deformation, one-sided lighting and noise. Colour and brightness are
 * independent of the class.
 *
 * <p>Image i of a split depends on (seed, split, i) only.
 */
final class TextureImages {
  private static final int SIDE = Cifar10File.SIDE;
  private static final int CHANNELS = Cifar10File.SHAPE.channels();
  private static final int BRIGHTEST = 220;
  private static final double MIN_CONTRAST = 110;
  private static final double BEND = 1.8;
  private static final double LIGHT = .3;
  private static final double NOISE = 16;

  private TextureImages() {}

  /**
   * Draws images of random classes.
   *
   * @param n number of images, at least 1
   * @param randomness randomness of the dataset's seed
   * @param part number of the split, part of the seed
   * @return images with one task, the class 0 to 9
   */
  static LabelledImages of(int n, Randomness randomness, long part) {
    TextureKind[] kinds = TextureKind.values();
    byte[] images = new byte[Math.multiplyExact(n, Cifar10File.SHAPE.size())];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      RandomGenerator random = randomness.stream("texture-picture", part, i);
      int kind = random.nextInt(kinds.length);
      labels[i] = (byte) kind;
      draw(kinds[kind].draw(random), random, images, i * Cifar10File.SHAPE.size());
    }
    return new LabelledImages(Cifar10File.SHAPE, images, List.of(labels));
  }

  private static void draw(Texture texture, RandomGenerator random, byte[] images, int offset) {
    double[][] colours = colours(random);
    double bendX = BEND * (2 * random.nextDouble() - 1);
    double bendY = BEND * (2 * random.nextDouble() - 1);
    Axis light = Axis.draw(random, 0, 360);
    double slope = LIGHT * random.nextDouble();
    double noise = NOISE * (.3 + .7 * random.nextDouble());
    double half = SIDE / 2.;
    int at = offset;
    for (int row = 0; row < SIDE; row++) {
      double y = row + .5 - half;
      for (int column = 0; column < SIDE; column++) {
        double x = column + .5 - half;
        double level =
            texture.level(x + bendX * (y / half) * (y / half), y + bendY * (x / half) * (x / half));
        double brightness = 1 + slope * light.parallel(x, y) / half;
        double grey = noise * centred(random);
        for (int channel = 0; channel < CHANNELS; channel++) {
          double colour = colours[0][channel] + level * (colours[1][channel] - colours[0][channel]);
          double value = brightness * colour + grey + noise / 2 * centred(random);
          images[at++] = (byte) (int) Math.max(0, Math.min(255, value));
        }
      }
    }
  }

  /** Two colours with enough contrast to make the texture visible. */
  private static double[][] colours(RandomGenerator random) {
    while (true) {
      double[] one = random.doubles(CHANNELS, 0, BRIGHTEST).toArray();
      double[] other = random.doubles(CHANNELS, 0, BRIGHTEST).toArray();
      double sum = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        double difference = one[channel] - other[channel];
        sum += difference * difference;
      }
      if (sum >= MIN_CONTRAST * MIN_CONTRAST) {
        return new double[][] {one, other};
      }
    }
  }

  /** A number in (-1, 1), denser around 0. */
  private static double centred(RandomGenerator random) {
    return random.nextDouble() + random.nextDouble() - 1;
  }
}
