package org.mtlbench.reports.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Shapes of marks. All have about the same area and are centred at their centroid. */
public enum MarkShape {
  CIRCLE(0, 1, 0),
  SQUARE(4, 1.25, 45),
  DIAMOND(4, 1.3, 0),
  TRIANGLE(3, 1.5, -90),
  INVERTED_TRIANGLE(3, 1.5, 90),
  HEXAGON(6, 1.1, 0),
  PENTAGON(5, 1.15, -90);

  private final int corners;
  private final double scale;
  private final double turn;

  MarkShape(int corners, double scale, double turn) {
    this.corners = corners;
    this.scale = scale;
    this.turn = turn;
  }

  /** The shape of the architecture with an index. */
  public static MarkShape numbered(int number) {
    return values()[number % values().length];
  }

  /** The outline centred at a point. */
  public Shape around(double x, double y, double size) {
    double radius = scale * size / 2;
    if (corners == 0) {
      return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(turn + 360.0 * i / corners);
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }
}
