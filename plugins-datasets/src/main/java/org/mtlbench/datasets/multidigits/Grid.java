package org.mtlbench.datasets.multidigits;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * Pictures of k digits side by side in a square grid, in reading order; cells left over stay empty.
 * A digit of 28x28 is halved to 14x14, each pixel the mean of four, so that up to 4 digits make
 * 28x28 and up to 9 make 42x42.
 *
 * @param digits k, 2 to 9
 */
record Grid(int digits) {
  static final int MIN_DIGITS = 2;
  static final int MAX_DIGITS = 9;
  private static final int CELL = MnistFile.SIDE / 2;

  /** Rows and columns of a picture. */
  int side() {
    return cells() * CELL;
  }

  /** Rows and columns of the grid; at least 2, since the trunk needs 28x28. */
  private int cells() {
    return digits <= 4 ? 2 : 3;
  }

  /**
   * Draws pictures of the digits of each of three parts: no digit of one part is seen in another.
   *
   * @param randomness of the data set's seed; each part has a stream of its own
   */
  ImageSplits draw(DigitSet train, DigitSet validation, DigitSet test, Randomness randomness) {
    return new ImageSplits(
        draw(train, randomness.stream("digit-grid", 0)),
        draw(validation, randomness.stream("digit-grid", 1)),
        draw(test, randomness.stream("digit-grid", 2)));
  }

  /**
   * One picture a digit, which is its first; the others are drawn uniformly and with replacement.
   *
   * @param source N digits
   * @return N pictures, (side, side, 1); task t is the digit in cell t
   */
  LabelledImages draw(DigitSet source, RandomGenerator random) {
    int n = source.size();
    int pixels = side() * side();
    byte[] images = new byte[Math.multiplyExact(n, pixels)];
    List<byte[]> labels = new ArrayList<>();
    for (int cell = 0; cell < digits; cell++) {
      labels.add(new byte[n]);
    }
    for (int i = 0; i < n; i++) {
      for (int cell = 0; cell < digits; cell++) {
        int chosen = cell == 0 ? i : random.nextInt(n);
        int corner = i * pixels + cell / cells() * CELL * side() + cell % cells() * CELL;
        halve(source.images(), chosen * DigitSet.PIXELS, images, corner);
        labels.get(cell)[i] = source.labels()[chosen];
      }
    }
    return new LabelledImages(new ImageShape(side(), side(), 1), images, labels);
  }

  private void halve(byte[] from, int offset, byte[] to, int corner) {
    int side = MnistFile.SIDE;
    for (int row = 0; row < CELL; row++) {
      for (int column = 0; column < CELL; column++) {
        int p = offset + 2 * row * side + 2 * column;
        int sum = 0;
        for (int q : new int[] {p, p + 1, p + side, p + side + 1}) {
          sum += Byte.toUnsignedInt(from[q]);
        }
        to[corner + row * side() + column] = (byte) (sum / 4);
      }
    }
  }
}
