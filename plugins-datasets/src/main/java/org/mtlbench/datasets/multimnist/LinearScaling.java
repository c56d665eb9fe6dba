package org.mtlbench.datasets.multimnist;

import java.util.Arrays;

/**
 * Reduces a square image as {@code skimage.transform.resize(image, (out, out))} with its defaults
 * (order 1, mode "reflect", anti_aliasing, float64), then truncates to bytes.
 *
 * <p>Both steps are linear and separable, so an image X becomes A X A' with one matrix A = L G,
 * (out, in):
 *
 * <ul>
 *   <li>G, (in, in): a Gaussian of standard deviation (in / out - 1) / 2, truncated at radius
 *       floor(4 sigma + 1/2), with sum 1; the image is mirrored about the centres of its edge
 *       pixels;
 *   <li>L, (out, in): linear interpolation at pixel centres, output i at (i + 1/2) in / out - 1/2.
 * </ul>
 *
 * <p>From 36 to 28, sigma is 1/7 and the neighbours' weight 2.3e-11, which is enough to move an
 * interpolated integer just below itself, so that truncation lowers it by one. This requires
 * float64.
 */
final class LinearScaling implements Resize.Operator {
  private final int in;
  private final int out;
  private final int[] first;
  private final double[][] taps;
  private final double[] half;

  LinearScaling(int in, int out) {
    this.in = in;
    this.out = out;
    first = new int[out];
    taps = new double[out][];
    half = new double[out * in];
    double[][] matrix = matrix(in, out);
    for (int i = 0; i < out; i++) {
      int begin = 0;
      while (matrix[i][begin] == 0) {
        begin++;
      }
      int end = in;
      while (matrix[i][end - 1] == 0) {
        end--;
      }
      first[i] = begin;
      taps[i] = Arrays.copyOfRange(matrix[i], begin, end);
    }
  }

  /**
   * The matrix A.
   *
   * @param in pixels per side, greater than {@code out}
   * @return (out, in), rows with sum 1
   */
  static double[][] matrix(int in, int out) {
    if (out < 2 || in <= out) {
      throw new IllegalArgumentException("cannot shrink from " + in + " to " + out + " pixels");
    }
    double[] gaussian = gaussian(((double) in / out - 1) / 2);
    double[][] matrix = new double[out][in];
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * in / out - 0.5;
      int below = (int) Math.floor(centre);
      double fraction = centre - below;
      addBlurred(matrix[i], below, 1 - fraction, gaussian);
      addBlurred(matrix[i], below + 1, fraction, gaussian);
    }
    return matrix;
  }

  private static double[] gaussian(double sigma) {
    int radius = (int) (4 * sigma + 0.5);
    double[] weights = new double[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      weights[k + radius] = StrictMath.exp(-0.5 * k * k / (sigma * sigma));
      sum += weights[k + radius];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  private static void addBlurred(double[] row, int pixel, double weight, double[] gaussian) {
    int radius = gaussian.length / 2;
    int last = row.length - 1;
    for (int k = -radius; k <= radius; k++) {
      int mirrored = Math.abs(pixel + k);
      row[mirrored > last ? 2 * last - mirrored : mirrored] += weight * gaussian[k + radius];
    }
  }

  @Override
  public void apply(int[] from, byte[] to, int offset) {
    for (int i = 0; i < out; i++) {
      double[] weights = taps[i];
      for (int column = 0; column < in; column++) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * from[(first[i] + k) * in + column];
        }
        half[i * in + column] = sum;
      }
    }
    for (int row = 0; row < out; row++) {
      for (int j = 0; j < out; j++) {
        double[] weights = taps[j];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * half[row * in + first[j] + k];
        }
        // Weights are non-negative and sum to 1 up to rounding, which truncation hides.
        to[offset + row * out + j] = (byte) (int) sum;
      }
    }
  }
}
