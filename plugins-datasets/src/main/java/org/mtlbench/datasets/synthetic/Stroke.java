package org.mtlbench.datasets.synthetic;

import java.util.Arrays;

/**
 * A stroke of the pen.
 *
 * @param points (P, 2) control points as x0, y0, x1, y1, ...; y from 0 (top) to 1 (bottom), x on
 *     the same scale
 * @param smooth whether the points are connected by a Catmull-Rom spline or by straight lines
 */
record Stroke(double[] points, boolean smooth) {
  private static final double DEGREES_BETWEEN_POINTS = 30;

  /** Straight lines with corners. */
  static Stroke line(double... points) {
    return new Stroke(points, false);
  }

  /** A smooth curve through the points of all parts. */
  static Stroke curve(double[]... parts) {
    return new Stroke(Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray(), true);
  }

  /** Points of a curve. */
  static double[] via(double... points) {
    return points;
  }

  /**
   * Points on an ellipse.
   *
   * @param x centre
   * @param y centre
   * @param rx horizontal radius
   * @param ry vertical radius
   * @param from start in degrees: 0 is right, 90 below
   * @param to end in degrees; less than {@code from} reverses the direction
   */
  static double[] arc(double x, double y, double rx, double ry, double from, double to) {
    int steps = (int) Math.ceil(Math.abs(to - from) / DEGREES_BETWEEN_POINTS);
    double[] points = new double[2 * (steps + 1)];
    for (int k = 0; k <= steps; k++) {
      double angle = StrictMath.toRadians(from + (to - from) * k / steps);
      points[2 * k] = x + rx * StrictMath.cos(angle);
      points[2 * k + 1] = y + ry * StrictMath.sin(angle);
    }
    return points;
  }

  int count() {
    return points.length / 2;
  }

  double x(int point) {
    return points[2 * point];
  }

  double y(int point) {
    return points[2 * point + 1];
  }
}
