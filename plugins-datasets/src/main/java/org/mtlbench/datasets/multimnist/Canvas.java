package org.mtlbench.datasets.multimnist;

import java.util.Arrays;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.MnistFile;

/**
 * The 36x36 canvas of Sener and Koltun (2018): the left digit in rows and columns 0 to 27, the
 * right one in 6 to 33, the maximum where they overlap. Rows and columns 34 and 35 remain empty.
 */
public final class Canvas {
  /** Rows and columns of the canvas. */
  public static final int SIDE = 36;

  /** The right digit's first row and column. */
  public static final int SHIFT = 6;

  private Canvas() {}

  /**
   * Draws two digits of the same array.
   *
   * @param digits (N, 28, 28) unsigned bytes
   * @param left position of the left digit
   * @param right position of the right digit
   * @param canvas (36, 36), overwritten; values 0 to 255
   */
  public static void compose(byte[] digits, int left, int right, int[] canvas) {
    Arrays.fill(canvas, 0);
    int side = MnistFile.SIDE;
    for (int row = 0; row < side; row++) {
      int from = left * DigitSet.PIXELS + row * side;
      for (int column = 0; column < side; column++) {
        canvas[row * SIDE + column] = Byte.toUnsignedInt(digits[from + column]);
      }
    }
    for (int row = 0; row < side; row++) {
      int from = right * DigitSet.PIXELS + row * side;
      int to = (row + SHIFT) * SIDE + SHIFT;
      for (int column = 0; column < side; column++) {
        int value = Byte.toUnsignedInt(digits[from + column]);
        canvas[to + column] = Math.max(canvas[to + column], value);
      }
    }
  }
}
