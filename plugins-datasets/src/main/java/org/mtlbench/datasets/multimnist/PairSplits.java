package org.mtlbench.datasets.multimnist;

import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;

/** Pairs digits inside each of three parts: no digit of one part is seen in another. */
public final class PairSplits {
  private PairSplits() {}

  /**
   * Pairs the digits inside each part and draws the pictures.
   *
   * @param randomness of the data set's seed; each part has a stream of its own
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
