package org.mtlbench.datasets.multimnist;

import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;

/** Pairs digits within each of three splits, so that splits share no digit. */
public final class PairSplits {
  private PairSplits() {}

  /**
   * Pairs the digits within each split and draws the images.
   *
   * @param randomness randomness of the dataset's seed; each split has its own stream
   */
  public static ImageSplits of(
      DigitSet train, DigitSet validation, DigitSet test, Randomness randomness, Resize resize) {
    return new ImageSplits(
        pair(train, randomness, 0, resize),
        pair(validation, randomness, 1, resize),
        pair(test, randomness, 2, resize));
  }

  private static LabelledImages pair(
      DigitSet digits, Randomness randomness, long part, Resize resize) {
    int[] partners = DigitPairing.partners(digits.size(), randomness.stream("digit-pairing", part));
    return DigitPairing.draw(digits, partners, resize);
  }
}
