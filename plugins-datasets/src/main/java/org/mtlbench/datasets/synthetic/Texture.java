package org.mtlbench.datasets.synthetic;

/** A pattern in the plane. */
@FunctionalInterface
interface Texture {
  /**
   * The pattern at a point.
   *
   * @param x pixels to the right of the image centre
   * @param y pixels below the image centre
   * @return fraction of the second of two colours, in [0, 1]
   */
  double level(double x, double y);
}
