package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;

class DigitPairingTest {
  @Test
  void drawsSeededPartnersInRange() {
    int[] partners = partners(1, 1000);
    assertThat(partners).isEqualTo(partners(1, 1000)).isNotEqualTo(partners(2, 1000));
    assertThat(Arrays.stream(partners).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(partners).max().orElseThrow()).isLessThan(1000);
    // with replacement, a share of 1 - 1/e = 632 of 1000 is drawn at least once
    assertThat(Arrays.stream(partners).distinct().count()).isBetween(590L, 675L);
  }

  @Test
  void labelsAndImagesMatchBothDigits() {
    DigitSet digits = digits(5, 3);
    int[] partners = {4, 0, 2};
    LabelledImages pairs =
        DigitPairing.draw(digits.select(new int[] {0, 1, 2}), new int[] {2, 0, 1}, Resize.NEAREST);
    assertThat(pairs.labels(0)).containsExactly(0, 1, 2);
    assertThat(pairs.labels(1)).containsExactly(2, 0, 1);
    assertThat(DigitPairing.draw(digits, new int[] {4, 0, 2, 1, 3}, Resize.LINEAR).labels(1))
        .startsWith(partners[0], partners[1], partners[2]);
    int[] canvas = new int[Canvas.SIDE * Canvas.SIDE];
    byte[] second = new byte[DigitSet.PIXELS];
    Canvas.compose(digits.images(), 1, digits.images(), 0, canvas);
    Resize.NEAREST.operator().apply(canvas, second, 0);
    assertThat(Arrays.copyOfRange(pairs.images(), DigitSet.PIXELS, 2 * DigitSet.PIXELS))
        .isEqualTo(second);
  }

  @Test
  void partnersStayWithinSplit() {
    ImageSplits splits =
        PairSplits.of(
            constant(300, 1),
            constant(200, 2),
            constant(100, 3),
            new Randomness(42),
            Resize.NEAREST);
    assertThat(splits.train().labels(1)).hasSize(300).containsOnly(1);
    assertThat(splits.validation().labels(1)).hasSize(200).containsOnly(2);
    assertThat(splits.test().labels(1)).hasSize(100).containsOnly(3);
  }

  @Test
  void splitsOfSameSizeHaveDifferentPartners() {
    DigitSet digits = digits(200, 5);
    ImageSplits splits = PairSplits.of(digits, digits, digits, new Randomness(42), Resize.NEAREST);
    assertThat(splits.train().labels(1)).isNotEqualTo(splits.validation().labels(1));
    assertThat(splits.validation().labels(1)).isNotEqualTo(splits.test().labels(1));
  }

  private static int[] partners(long seed, int n) {
    return DigitPairing.partners(n, new Randomness(seed).stream("test"));
  }

  private static DigitSet constant(int n, int label) {
    byte[] labels = new byte[n];
    Arrays.fill(labels, (byte) label);
    return new DigitSet(new byte[n * DigitSet.PIXELS], labels);
  }

  /** Random images with labels 0, 1, 2 and so on, again from 0 after 9. */
  private static DigitSet digits(int n, long seed) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    new Random(seed).nextBytes(images);
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(images, labels);
  }
}
