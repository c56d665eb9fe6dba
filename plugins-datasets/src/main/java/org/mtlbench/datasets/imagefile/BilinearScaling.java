package org.mtlbench.datasets.imagefile;

/**
 * Resizes one axis of an RGB image with the same bits as Pillow's {@code Image.resize} with {@code BILINEAR}.
 *
 * <p>Output i is at (i + 1/2) in / out. Source pixels are weighted by a triangle of half width max(1,
 * in / out); at the edges, the weights of existing pixels are normalised to sum 1. The weights are rounded to 22
 * binary places, results to the nearest byte.
 */
final class BilinearScaling {
  private static final int CHANNELS = 3;
  private static final int PRECISION = 22;
  private static final int HALF = 1 << (PRECISION - 1);

  private final int in;
  private final int out;
  private final int[] first;
  private final int[][] weights;

  BilinearScaling(int in, int out) {
    this.in = in;
    this.out = out;
    first = new int[out];
    weights = new int[out][];
    double scale = (double) in / out;
    double support = Math.max(1, scale);
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(in, (int) (centre + support + 0.5));
      weights[i] = rounded(first[i], end, centre, support);
    }
  }

  private static int[] rounded(int begin, int end, double centre, double support) {
    double[] exact = new double[end - begin];
    double sum = 0;
    for (int k = 0; k < exact.length; k++) {
      exact[k] = Math.max(0, 1 - Math.abs((begin + k + 0.5 - centre) * (1 / support)));
      sum += exact[k];
    }
    int[] rounded = new int[exact.length];
    for (int k = 0; k < exact.length; k++) {
      rounded[k] = (int) (exact[k] * (1 / sum) * (1 << PRECISION) + 0.5);
    }
    return rounded;
  }

  /**
   * Resizes the columns.
   *
   * @param pixels (height, in, 3)
   * @return (height, out, 3)
   */
  byte[] columns(byte[] pixels, int height) {
    byte[] result = new byte[height * out * CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < out; i++) {
        int from = (y * in + first[i]) * CHANNELS;
        int to = (y * out + i) * CHANNELS;
        for (int c = 0; c < CHANNELS; c++) {
          result[to + c] = weighed(pixels, from + c, CHANNELS, weights[i]);
        }
      }
    }
    return result;
  }

  /**
   * Resizes the rows.
   *
   * @param pixels (in, width, 3)
   * @return (out, width, 3)
   */
  byte[] rows(byte[] pixels, int width) {
    int stride = width * CHANNELS;
    byte[] result = new byte[out * stride];
    for (int i = 0; i < out; i++) {
      for (int x = 0; x < stride; x++) {
        result[i * stride + x] = weighed(pixels, first[i] * stride + x, stride, weights[i]);
      }
    }
    return result;
  }

  /** The weights sum to 1 with 22 binary places, so 255 times their sum fits into 31 bits. */
  private static byte weighed(byte[] values, int from, int stride, int[] weights) {
    int sum = HALF;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * Byte.toUnsignedInt(values[from + k * stride]);
    }
    return (byte) Math.min(255, sum >> PRECISION);
  }
}
