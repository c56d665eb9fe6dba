package org.mtlbench.reports.plot;

/**
 * An orthographic view of a cube of edge 1 around the origin, whose third axis points up.
 *
 * @param azimuth rotation about the third axis in degrees; 0 looks along the second axis
 * @param elevation height of the viewer in degrees, from 0 (the horizon) to 90 (above)
 * @param x horizontal position of the cube's centre in pixels
 * @param y vertical position of the cube's centre in pixels
 * @param scale length of an edge in pixels
 */
public record Projection(double azimuth, double elevation, double x, double y, double scale) {
  /** The horizontal position of a point in pixels. */
  public double x(double... point) {
    double angle = Math.toRadians(azimuth);
    return x + scale * (point[0] * Math.cos(angle) + point[1] * Math.sin(angle));
  }

  /** The vertical position of a point in pixels. */
  public double y(double... point) {
    double angle = Math.toRadians(elevation);
    return y - scale * (point[2] * Math.cos(angle) + away(point) * Math.sin(angle));
  }

  /** The distance of a point from the viewer, relative to the centre, in edges. */
  public double depth(double... point) {
    double angle = Math.toRadians(elevation);
    return away(point) * Math.cos(angle) - point[2] * Math.sin(angle);
  }

  private double away(double[] point) {
    double angle = Math.toRadians(azimuth);
    return point[1] * Math.cos(angle) - point[0] * Math.sin(angle);
  }
}
