package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mtlbench.datasets.mnist.DigitSet;

class CanvasTest {
  private static final int DIGIT = 28;

  @Test
  void placesLeftDigitAtOriginAndRightOneAtOffset() {
    byte[] digits = new byte[2 * DigitSet.PIXELS];
    digits[0] = 10;
    digits[27 * DIGIT + 27] = 20;
    digits[DigitSet.PIXELS] = 30;
    digits[DigitSet.PIXELS + 27 * DIGIT + 27] = (byte) 240;
    int[] canvas = compose(digits, 0, 1);
    assertThat(at(canvas, 0, 0)).isEqualTo(10);
    assertThat(at(canvas, 27, 27)).isEqualTo(20);
    assertThat(at(canvas, 6, 6)).isEqualTo(30);
    assertThat(at(canvas, 33, 33)).isEqualTo(240);
    assertThat(Arrays.stream(canvas).sum()).isEqualTo(10 + 20 + 30 + 240);
  }

  @Test
  void usesMaximumWhereDigitsOverlap() {
    byte[] digits = new byte[2 * DigitSet.PIXELS];
    Arrays.fill(digits, 0, DigitSet.PIXELS, (byte) 200);
    Arrays.fill(digits, DigitSet.PIXELS, 2 * DigitSet.PIXELS, (byte) 130);
    digits[DigitSet.PIXELS] = (byte) 201;
    int[] canvas = compose(digits, 0, 1);
    assertThat(at(canvas, 6, 6)).isEqualTo(201);
    assertThat(at(canvas, 6, 7)).isEqualTo(200);
    assertThat(at(canvas, 27, 27)).isEqualTo(200);
    assertThat(at(canvas, 28, 27)).isEqualTo(130);
    assertThat(at(canvas, 0, 28)).isZero();
    assertThat(at(canvas, 34, 33)).isZero();
  }

  @Test
  void clearsPreviousDigits() {
    byte[] digits = new byte[2 * DigitSet.PIXELS];
    Arrays.fill(digits, 0, DigitSet.PIXELS, (byte) 99);
    int[] canvas = compose(digits, 0, 0);
    Canvas.compose(digits, 1, digits, 1, canvas);
    assertThat(canvas).containsOnly(0);
  }

  private static int[] compose(byte[] digits, int left, int right) {
    int[] canvas = new int[Canvas.SIDE * Canvas.SIDE];
    Canvas.compose(digits, left, digits, right, canvas);
    return canvas;
  }

  private static int at(int[] canvas, int row, int column) {
    return canvas[row * Canvas.SIDE + column];
  }
}
