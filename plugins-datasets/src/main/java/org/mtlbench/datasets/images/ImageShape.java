package org.mtlbench.datasets.images;

/**
 * The shape of one image, channels last.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record ImageShape(int height, int width, int channels) {
  /** Checks the ranges. */
  public ImageShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "found an image of " + height + "x" + width + "x" + channels + ", expected at least 1");
    }
  }

  /** Number of bytes of one image. */
  public int size() {
    return Math.multiplyExact(height, Math.multiplyExact(width, channels));
  }
}
