package org.mtlbench.datasets.multifashion;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.multimnist.Canvas;
import org.mtlbench.datasets.multimnist.DigitPairing;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.datasets.multimnist.Resize;

/** How two items become an image. */
public enum Construction {
  /**
   * As in {@code multimnist}: the upper left item at row and column 0 of the 36x36 canvas of Sener
   * and Koltun (2018), the lower right one at 6, the canvas reduced to 28x28. Every item is the
   * upper left one of one image; its partner is drawn uniformly with replacement.
   */
  MULTIMNIST(1) {
    @Override
    InputSpec input() {
      return PairTasks.INPUT;
    }

    @Override
    LabelledImages draw(Pool pool, RandomGenerator random) {
      int[] partners = DigitPairing.partners(pool.size(), random);
      return DigitPairing.draw(pool.left(), pool.right(), partners, Resize.LINEAR);
    }
  },

  /**
   * As described by Lin et al. (Pareto Multi-Task Learning, NeurIPS 2019): a 36x36 canvas that is
   * not reduced, the items in opposite corners, each moved by up to 4 pixels along each axis, two
   * items of the same data set always of different classes. Every item is the upper left one of two
   * images, as their 120,000 training and 20,000 test images are twice those of MNIST.
   *
   * <p>Their generator is not public. Here the upper left item begins at a row and a column from 0
   * to 4, the lower right one at 4 to 8, all drawn uniformly; the maximum counts where they
   * overlap.
   */
  PARETO_MTL(2) {
    @Override
    InputSpec input() {
      return InputSpec.of(1, Canvas.SIDE, Canvas.SIDE);
    }

    @Override
    LabelledImages draw(Pool pool, RandomGenerator random) {
      return drawShifted(pool, imagesPerItem(), random);
    }
  };

  /** The longest move of an item along an axis, in pixels. */
  private static final int REACH = 4;

  private final int imagesPerItem;

  Construction(int imagesPerItem) {
    this.imagesPerItem = imagesPerItem;
  }

  /** The number of images in which an item is the upper left one. */
  int imagesPerItem() {
    return imagesPerItem;
  }

  /** The input of the network. */
  abstract InputSpec input();

  /**
   * Draws the images of a split. The first N have each upper left item once.
   *
   * @param pool the split's items, N on each side
   * @return N images times {@link #imagesPerItem}; task 1 is the upper left item, task 2 the lower
   *     right one
   */
  abstract LabelledImages draw(Pool pool, RandomGenerator random);

  private static LabelledImages drawShifted(Pool pool, int imagesPerItem, RandomGenerator random) {
    if (pool.oneDataSet()) {
      requireSeveralClasses(pool.right());
    }
    ImageShape shape = new ImageShape(Canvas.SIDE, Canvas.SIDE, 1);
    int n = pool.size();
    int count = Math.multiplyExact(n, imagesPerItem);
    byte[] images = new byte[Math.multiplyExact(count, shape.size())];
    byte[] first = new byte[count];
    byte[] second = new byte[count];
    int[] canvas = new int[shape.size()];
    for (int i = 0; i < count; i++) {
      int left = i % n;
      int right = pool.partner(left, random);
      Arrays.fill(canvas, 0);
      Canvas.draw(pool.left().images(), left, move(random), move(random), canvas);
      Canvas.draw(pool.right().images(), right, REACH + move(random), REACH + move(random), canvas);
      for (int p = 0; p < canvas.length; p++) {
        images[i * canvas.length + p] = (byte) canvas[p];
      }
      first[i] = pool.left().labels()[left];
      second[i] = pool.right().labels()[right];
    }
    return new LabelledImages(shape, images, List.of(first, second));
  }

  private static int move(RandomGenerator random) {
    return random.nextInt(REACH + 1);
  }

  private static void requireSeveralClasses(DigitSet items) {
    for (byte label : items.labels()) {
      if (label != items.labels()[0]) {
        return;
      }
    }
    throw new InvalidConfigException(
        "construction",
        "pareto-mtl with items of a single class",
        "items of at least two classes, since the two of an image differ in class");
  }
}
