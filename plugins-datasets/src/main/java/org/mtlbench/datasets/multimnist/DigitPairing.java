package org.mtlbench.datasets.multimnist;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * Pairs digits and draws each pair as one image, as in MultiMNIST (Sabour et al. 2017, with the
 * canvas of Sener and Koltun 2018): digit i is the left one of image i, its partner the right one.
 */
public final class DigitPairing {
  private static final ImageShape SHAPE = new ImageShape(MnistFile.SIDE, MnistFile.SIDE, 1);

  private DigitPairing() {}

  /**
   * Draws a partner for each digit, uniformly with replacement; a digit can be its own partner, as
   * in Sener and Koltun.
   *
   * @param n number of digits of the split, at least 1
   * @return (n) positions in 0 to n - 1
   */
  public static int[] partners(int n, RandomGenerator random) {
    int[] partners = new int[n];
    for (int i = 0; i < n; i++) {
      partners[i] = random.nextInt(n);
    }
    return partners;
  }

  /**
   * Draws one image per digit.
   *
   * @param digits N digits
   * @param partners (N) position of each digit's partner
   * @return N images, (28, 28, 1): 0 = background, 255 = ink; task 1 is the upper left digit, task
   *     2 the lower right one
   */
  public static LabelledImages draw(DigitSet digits, int[] partners, Resize resize) {
    return draw(digits, digits, partners, resize);
  }

  /**
   * Draws one image per upper left item.
   *
   * @param left N upper left items
   * @param right the lower right items
   * @param partners (N) position in {@code right} of each item's partner
   * @return as above
   */
  public static LabelledImages draw(DigitSet left, DigitSet right, int[] partners, Resize resize) {
    int n = left.size();
    byte[] images = new byte[n * DigitSet.PIXELS];
    byte[] second = new byte[n];
    int[] canvas = new int[Canvas.SIDE * Canvas.SIDE];
    Resize.Operator operator = resize.operator();
    for (int i = 0; i < n; i++) {
      Canvas.compose(left.images(), i, right.images(), partners[i], canvas);
      operator.apply(canvas, images, i * DigitSet.PIXELS);
      second[i] = right.labels()[partners[i]];
    }
    return new LabelledImages(SHAPE, images, List.of(left.labels().clone(), second));
  }
}
