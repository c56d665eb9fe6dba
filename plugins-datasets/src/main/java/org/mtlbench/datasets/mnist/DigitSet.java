package org.mtlbench.datasets.mnist;

import java.util.Arrays;

/**
 * Grey images of single digits, or of articles of clothing, and their labels.
 *
 * @param images (N, 28, 28) unsigned bytes, 0 = background, 255 = ink, row-major
 * @param labels (N) values 0 to 9
 */
public record DigitSet(byte[] images, byte[] labels) {
  /** Number of bytes of an image. */
  public static final int PIXELS = MnistFile.SIDE * MnistFile.SIDE;

  /** Checks that there is one label per image. */
  public DigitSet {
    if (images.length != labels.length * PIXELS) {
      throw new IllegalArgumentException(
          images.length + " bytes are not " + labels.length + " images of " + PIXELS);
    }
  }

  /** The number of images. */
  public int size() {
    return labels.length;
  }

  /**
   * The images at the given positions, in that order.
   *
   * @param indices each in 0 to size - 1
   */
  public DigitSet select(int[] indices) {
    byte[] chosen = new byte[indices.length * PIXELS];
    byte[] chosenLabels = new byte[indices.length];
    for (int k = 0; k < indices.length; k++) {
      System.arraycopy(images, indices[k] * PIXELS, chosen, k * PIXELS, PIXELS);
      chosenLabels[k] = labels[indices[k]];
    }
    return new DigitSet(chosen, chosenLabels);
  }

  /** A copy of one image, (28, 28). */
  public byte[] image(int index) {
    return Arrays.copyOfRange(images, index * PIXELS, (index + 1) * PIXELS);
  }
}
