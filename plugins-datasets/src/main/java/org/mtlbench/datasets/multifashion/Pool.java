package org.mtlbench.datasets.multifashion;

import java.util.random.RandomGenerator;
import org.mtlbench.datasets.mnist.DigitSet;

/**
 * The items of a split.
 *
 * @param left N items, each the upper left one of an image
 * @param right N items from which the lower right ones are drawn
 * @param oneDataSet whether both are the items of one data set
 */
record Pool(DigitSet left, DigitSet right, boolean oneDataSet) {
  Pool {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(left.size() + " items beside " + right.size());
    }
  }

  /** Both items of an image are drawn from the same ones. */
  static Pool of(DigitSet items) {
    return new Pool(items, items, true);
  }

  /** The items of two data sets. */
  static Pool of(DigitSet left, DigitSet right) {
    return new Pool(left, right, false);
  }

  /** N. */
  int size() {
    return left.size();
  }

  /**
   * Draws a partner uniformly with replacement; of another class if both are of one data set, which
   * must have several classes.
   *
   * @param first position of the upper left item
   * @return position of the lower right one
   */
  int partner(int first, RandomGenerator random) {
    int second = random.nextInt(size());
    while (oneDataSet && right.labels()[second] == left.labels()[first]) {
      second = random.nextInt(size());
    }
    return second;
  }
}
