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
   * Draws two images.
   *
   * @param left (N, 28, 28) unsigned bytes
   * @param first position of the left image
   * @param right (N, 28, 28) unsigned bytes
   * @param second position of the right image
   * @param canvas (36, 36), overwritten; values 0 to 255
   */
  public static void compose(byte[] left, int first, byte[] right, int second, int[] canvas) {
    Arrays.fill(canvas, 0);
    draw(left, first, 0, 0, canvas);
    draw(right, second, SHIFT, SHIFT, canvas);
  }

  /**
   * Draws an image over the others, with the maximum where they overlap.
   *
   * @param images (N, 28, 28) unsigned bytes
   * @param index position of the image
   * @param row the image's first row, 0 to 8
   * @param column the image's first column, 0 to 8
   * @param canvas (36, 36), values 0 to 255
   */
  public static void draw(byte[] images, int index, int row, int column, int[] canvas) {
    int side = MnistFile.SIDE;
    for (int i = 0; i < side; i++) {
      int from = index * DigitSet.PIXELS + i * side;
      int to = (row + i) * SIDE + column;
      for (int j = 0; j < side; j++) {
        canvas[to + j] = Math.max(canvas[to + j], Byte.toUnsignedInt(images[from + j]));
      }
    }
  }
}
