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
 * Images of k digits in a square grid, in reading order; unused grid cells are empty. Digits of
 * 28x28 are reduced to 14x14 by averaging 2x2 pixels, so up to 4 digits give images of 28x28 and up
 * to 9 of 42x42.
 *
 * @param digits k, 2 to 9
 */
record DigitGrid(int digits) {
  static final int MIN_DIGITS = 2;
  static final int MAX_DIGITS = 9;
  private static final int CELL = MnistFile.SIDE / 2;

  /** Rows and columns of an image. */
  int side() {
    return cells() * CELL;
  }

  /** Rows and columns of the grid; at least 2, since the trunk needs 28x28. */
  private int cells() {
    return digits <= 4 ? 2 : 3;
  }

  /**
   * Draws the images of the three splits from disjoint sets of digits.
   *
   * @param randomness randomness of the dataset's seed; each split has its own stream
   */
  ImageSplits draw(DigitSet train, DigitSet validation, DigitSet test, Randomness randomness) {
    return new ImageSplits(
        draw(train, randomness.stream("digit-grid", 0)),
        draw(validation, randomness.stream("digit-grid", 1)),
        draw(test, randomness.stream("digit-grid", 2)));
  }

  /**
   * Draws one image per digit, in which this digit is the first; the others are drawn uniformly
   * with replacement.
   *
   * @param source N digits
   * @return N images, (side, side, 1); task t is the digit in grid cell t
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
