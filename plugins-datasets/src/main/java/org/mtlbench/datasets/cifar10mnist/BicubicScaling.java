package org.mtlbench.datasets.cifar10mnist;

/**
 * Enlarges a square grey image; bitwise equal to Pillow's {@code Image.resize((out, out),
 * Image.BICUBIC)}.
 *
 * <p>Output pixel i lies at (i + 1/2) in / out. Source pixels with centres within two pixels are
 * weighted by Keys' cubic convolution kernel with a = -1/2 (Keys 1981, equation 15); at the edge
 * the weights of existing pixels are normalised to sum 1. Weights are rounded to 22 binary places.
 * Columns are processed first, then rows; after each pass values are rounded to the nearest byte
 * and clamped.
 */
final class BicubicScaling {
  private static final double A = -0.5;
  private static final double SUPPORT = 2;
  private static final int PRECISION = 22;
  private static final int HALF = 1 << (PRECISION - 1);
  private static final int WHITE = 255;

  private final int in;
  private final int out;
  private final int[] first;
  private final int[][] taps;
  private final byte[] wide;

  /**
   * Creates an operator for use by one thread.
   *
   * @param in rows and columns of the source, at least 1
   * @param out rows and columns of the result, at least {@code in}
   */
  BicubicScaling(int in, int out) {
    if (in < 1 || out < in) {
      throw new IllegalArgumentException("cannot enlarge from " + in + " to " + out + " pixels");
    }
    this.in = in;
    this.out = out;
    first = new int[out];
    taps = new int[out][];
    wide = new byte[in * out];
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * in / out;
      first[i] = Math.max(0, (int) (centre - SUPPORT + 0.5));
      int end = Math.min(in, (int) (centre + SUPPORT + 0.5));
      taps[i] = weights(centre, first[i], end);
    }
  }

  private static int[] weights(double centre, int begin, int end) {
    double[] exact = new double[end - begin];
    double sum = 0;
    for (int k = 0; k < exact.length; k++) {
      exact[k] = kernel(begin + k + 0.5 - centre);
      sum += exact[k];
    }
    int[] rounded = new int[exact.length];
    for (int k = 0; k < exact.length; k++) {
      // Rounds half away from zero.
      double scaled = exact[k] / sum * (1 << PRECISION);
      rounded[k] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    return rounded;
  }

  /** Keys' kernel at a distance in source pixels. */
  static double kernel(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }

  /**
   * Enlarges one image.
   *
   * @param from contains (in, in) unsigned bytes
   * @param offset offset of the image in {@code from}
   * @param to receives (out, out) unsigned bytes
   */
  void apply(byte[] from, int offset, byte[] to) {
    for (int row = 0; row < in; row++) {
      for (int j = 0; j < out; j++) {
        wide[row * out + j] = convolve(from, offset + row * in + first[j], 1, taps[j]);
      }
    }
    for (int i = 0; i < out; i++) {
      for (int j = 0; j < out; j++) {
        to[i * out + j] = convolve(wide, first[i] * out + j, out, taps[i]);
      }
    }
  }

  /**
   * The sum is at most 255 times the sum of absolute weights, 1.25, with 22 binary places, which
   * fits into 31 bits.
   */
  private static byte convolve(byte[] values, int begin, int stride, int[] weights) {
    int sum = HALF;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * Byte.toUnsignedInt(values[begin + k * stride]);
    }
    return (byte) Math.max(0, Math.min(WHITE, sum >> PRECISION));
  }
}
