package org.mtlbench.datasets.multimnist;

/** Nearest neighbour at pixel centres: pixel i gets floor((i + 1/2) * in / out). */
final class NearestScaling implements Resize.Operator {
  private final int in;
  private final int[] source;

  NearestScaling(int in, int out) {
    this.in = in;
    source = new int[out];
    for (int i = 0; i < out; i++) {
      // In integer arithmetic, since (i + 1/2) * in / out may be an integer.
      source[i] = (2 * i + 1) * in / (2 * out);
    }
  }

  @Override
  public void apply(int[] from, byte[] to, int offset) {
    int position = offset;
    for (int row : source) {
      for (int column : source) {
        to[position++] = (byte) from[row * in + column];
      }
    }
  }
}
