package org.mtlbench.datasets.multidigits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;

class DigitGridTest {
  /** Digit i is a image of one grey value 4 i + 3, labelled i modulo 10. */
  private static DigitSet plain(int n) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(images, i * DigitSet.PIXELS, (i + 1) * DigitSet.PIXELS, (byte) (4 * i + 3));
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(images, labels);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 9})
  void cellsShowDigitsOfTheirTasks(int digits) {
    DigitGrid grid = new DigitGrid(digits);
    int cells = digits <= 4 ? 2 : 3;
    LabelledImages images = grid.draw(plain(40), new Randomness(1).stream("test"));
    assertThat(grid.side()).isEqualTo(14 * cells);
    assertThat(images.labels()).hasSize(digits);
    for (int i = 0; i < images.size(); i++) {
      assertThat(images.labels(0)[i]).isEqualTo((byte) (i % 10));
      for (int cell = 0; cell < cells * cells; cell++) {
        int grey = greyOf(images, i, cell, grid.side());
        if (cell < digits) {
          assertThat((grey - 3) / 4 % 10).isEqualTo(images.labels(cell)[i]);
        } else {
          assertThat(grey).as("a cell without a digit").isZero();
        }
      }
    }
  }

  /** The one grey value of a cell. */
  private static int greyOf(LabelledImages images, int image, int cell, int side) {
    int cells = side / 14;
    int first = -1;
    for (int row = 0; row < 14; row++) {
      for (int column = 0; column < 14; column++) {
        int y = cell / cells * 14 + row;
        int x = cell % cells * 14 + column;
        int grey = Byte.toUnsignedInt(images.images()[(image * side + y) * side + x]);
        first = first < 0 ? grey : first;
        assertThat(grey).isEqualTo(first);
      }
    }
    return first;
  }

  @Test
  void averagesFourPixels() {
    byte[] images = new byte[DigitSet.PIXELS];
    images[2 * 28 + 4] = (byte) 255;
    images[2 * 28 + 5] = 100;
    images[3 * 28 + 4] = 40;
    images[3 * 28 + 5] = 6;
    LabelledImages image =
        new DigitGrid(2).draw(new DigitSet(images, new byte[1]), new Randomness(1).stream("test"));
    assertThat(Byte.toUnsignedInt(image.images()[28 + 2])).isEqualTo(401 / 4);
    // the only digit there is stands in the second cell too
    assertThat(Byte.toUnsignedInt(image.images()[28 + 14 + 2])).isEqualTo(401 / 4);
  }

  @Test
  void splitsAreIndependentAndDeterministicPerSeed() {
    DigitSet digits = plain(50);
    ImageSplits once = new DigitGrid(5).draw(digits, digits, digits, new Randomness(7));
    ImageSplits again = new DigitGrid(5).draw(digits, digits, digits, new Randomness(7));
    ImageSplits other = new DigitGrid(5).draw(digits, digits, digits, new Randomness(8));
    assertThat(once.train().images()).isEqualTo(again.train().images());
    assertThat(once.train().images()).isNotEqualTo(other.train().images());
    assertThat(once.train().labels(3)).isNotEqualTo(once.validation().labels(3));
    assertThat(once.validation().labels(3)).isNotEqualTo(once.test().labels(3));
  }
}
