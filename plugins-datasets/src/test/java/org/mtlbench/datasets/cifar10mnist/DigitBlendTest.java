package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;

class DigitBlendTest {
  private static final int BYTES = 32 * 32 * 3;

  @Test
  void blendsDigitPixelsOnly() {
    byte[] digit = new byte[32 * 32];
    digit[0] = (byte) 255;
    digit[1] = 1;
    digit[32 * 31 + 31] = 100;
    byte[] images = new byte[10 + BYTES];
    Arrays.fill(images, (byte) 200);
    images[10] = 0;
    images[11] = (byte) 255;
    images[12] = 50;
    DigitBlend.blend(digit, images, 10);
    // (127 image + 128 grey) / 255, by hand: 128, 255, 152.9; then 100.1; then 149.8
    assertThat(images[10]).isEqualTo((byte) 128);
    assertThat(images[11]).isEqualTo((byte) 255);
    assertThat(images[12]).isEqualTo((byte) 153);
    assertThat(Arrays.copyOfRange(images, 13, 16)).containsOnly(100);
    assertThat(Arrays.copyOfRange(images, 16, 10 + BYTES - 3)).containsOnly(200);
    assertThat(Arrays.copyOfRange(images, 10 + BYTES - 3, 10 + BYTES)).containsOnly(150);
    assertThat(Arrays.copyOf(images, 10)).containsOnly(200);
  }

  @Test
  void roundsToNearest() {
    for (int grey = 1; grey < 256; grey++) {
      for (int image = 0; image < 256; image++) {
        byte[] digit = new byte[32 * 32];
        byte[] images = new byte[BYTES];
        digit[5] = (byte) grey;
        images[15] = (byte) image;
        DigitBlend.blend(digit, images, 0);
        long expected = Math.round(image * 127 / 255. + grey * 128 / 255.);
        assertThat((long) Byte.toUnsignedInt(images[15])).isEqualTo(expected);
      }
    }
  }

  @Test
  void blendsByPosition() {
    Random random = new Random(6);
    byte[] pixels = new byte[4 * BYTES];
    random.nextBytes(pixels);
    LabelledImages labelled =
        new LabelledImages(Cifar10File.SHAPE, pixels, List.of(new byte[] {5, 6, 7, 8}));
    // digit 1 is one full pixel in the middle, digit 3 a full sheet; there are more digits
    byte[] sheets = new byte[6 * DigitSet.PIXELS];
    sheets[DigitSet.PIXELS + 14 * 28 + 14] = (byte) 255;
    Arrays.fill(sheets, 3 * DigitSet.PIXELS, 4 * DigitSet.PIXELS, (byte) 255);
    DigitSet digits = new DigitSet(sheets, new byte[] {0, 1, 2, 3, 4, 5});
    LabelledImages blended = DigitBlend.of(labelled, digits, new int[] {3, 1, 0});
    assertThat(blended.labels(0)).containsExactly(8, 6, 5);
    assertThat(blended.labels(1)).containsExactly(3, 1, 0);
    assertThat(labelled.images()).isEqualTo(pixels);
    assertThat(Arrays.copyOfRange(blended.images(), 2 * BYTES, 3 * BYTES))
        .as("under an empty digit")
        .isEqualTo(Arrays.copyOf(pixels, BYTES));
    for (int i = 0; i < BYTES; i++) {
      int under = Byte.toUnsignedInt(pixels[3 * BYTES + i]);
      assertThat(Byte.toUnsignedInt(blended.images()[i]))
          .as("under a full digit")
          .isEqualTo((int) Math.round((under * 127 + 255 * 128) / 255.));
      int pixel = i / 3;
      boolean near = Math.abs(pixel / 32 - 16) <= 3 && Math.abs(pixel % 32 - 16) <= 3;
      if (!near) {
        assertThat(blended.images()[BYTES + i]).isEqualTo(pixels[BYTES + i]);
      }
    }
    int middle = BYTES + (16 * 32 + 16) * 3;
    assertThat(blended.images()[middle]).isNotEqualTo(pixels[middle]);
  }
}
