package org.mtlbench.datasets.multifashion;

import java.util.random.RandomGenerator;
import org.mtlbench.datasets.mnist.DigitSet;

/**
 * The items of a split.
 *
 * @param left N items, each the upper left one of an image
 * @param right N items from which the lower right ones are drawn; the same object as {@code left}
 *     if both are of one data set
 */
record Pool(DigitSet left, DigitSet right) {
  Pool {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(left.size() + " items beside " + right.size());
    }
  }

  /** N. */
  int size() {
    return left.size();
  }

  /** Whether both items of an image are of the same data set. */
  boolean isOfOneDataSet() {
    return left == right;
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
    while (isOfOneDataSet() && right.labels()[second] == left.labels()[first]) {
      second = random.nextInt(size());
    }
    return second;
  }
}
