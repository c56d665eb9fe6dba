package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * A direction in the plane.
 *
 * @param cos cosine of its angle to the right
 * @param sin sine of its angle, downwards
 */
record Axis(double cos, double sin) {

  /** Draws a direction at an angle within a range in degrees. */
  static Axis draw(RandomGenerator random, double low, double high) {
    double angle = StrictMath.toRadians(low + (high - low) * random.nextDouble());
    return new Axis(StrictMath.cos(angle), StrictMath.sin(angle));
  }

  /** The coordinate of a point along this direction. */
  double parallel(double x, double y) {
    return cos * x + sin * y;
  }

  /** The coordinate of a point perpendicular to this direction. */
  double perpendicular(double x, double y) {
    return cos * y - sin * x;
  }
}
