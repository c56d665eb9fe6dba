package org.mtlbench.datasets.multimnist;

import org.mtlbench.datasets.mnist.MnistFile;

/** How the 36x36 canvas is reduced to a 28x28 image. */
public enum Resize {
  /**
   * Linear interpolation after an anti-aliasing Gaussian, then truncation to bytes: scikit-image's
   * {@code resize} with its defaults, see {@link LinearScaling}.
   */
  LINEAR {
    @Override
    Operator operator() {
      return new LinearScaling(Canvas.SIDE, MnistFile.SIDE);
    }
  },

  /**
   * Nearest neighbour, as in Sener and Koltun (2018): pixel i gets the value of pixel floor((i +
   * 1/2) * 36 / 28).
   */
  NEAREST {
    @Override
    Operator operator() {
      return new NearestScaling(Canvas.SIDE, MnistFile.SIDE);
    }
  };

  /** Creates an operator for use by one thread. */
  abstract Operator operator();

  /** Reduces square images. */
  interface Operator {
    /**
     * Reduces one image.
     *
     * @param from (in, in) values 0 to 255
     * @param to receives (out, out) unsigned bytes
     * @param offset offset of the image in {@code to}
     */
    void apply(int[] from, byte[] to, int offset);
  }
}
