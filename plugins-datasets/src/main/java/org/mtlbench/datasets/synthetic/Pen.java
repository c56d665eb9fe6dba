package org.mtlbench.datasets.synthetic;

import java.util.Arrays;

/**
 * Rasterises strokes on a square image. The coverage of a pixel depends on the distance of its
 * centre to the nearest segment: full within the pen's half width, fading to nothing across the
 * edge.
 */
final class Pen {
  private final int side;
  private final double[] coverage;

  /**
   * @param side rows and columns of the image
   */
  Pen(int side) {
    this.side = side;
    coverage = new double[side * side];
  }

  /**
   * Draws on an empty image.
   *
   * @param trace in pixels; pixel (row, column) has its centre at (column + 1/2, row + 1/2)
   * @param softness width of the edge in pixels, above 0
   * @return (side, side) coverage in [0, 1], overwritten by the next call
   */
  double[] draw(Trace trace, double softness) {
    Arrays.fill(coverage, 0);
    for (int v = 1; v < trace.count(); v++) {
      if (trace.joined(v)) {
        piece(trace, v - 1, v, softness);
      }
    }
    return coverage;
  }

  private void piece(Trace trace, int a, int b, double softness) {
    double ax = trace.x(a);
    double ay = trace.y(a);
    double dx = trace.x(b) - ax;
    double dy = trace.y(b) - ay;
    double squaredLength = dx * dx + dy * dy;
    double inverse = squaredLength > 0 ? 1 / squaredLength : 0;
    double reach = Math.max(trace.radius(a), trace.radius(b)) + softness / 2;
    int top = pixel(Math.min(ay, ay + dy) - reach);
    int bottom = pixel(Math.max(ay, ay + dy) + reach);
    int left = pixel(Math.min(ax, ax + dx) - reach);
    int right = pixel(Math.max(ax, ax + dx) + reach);
    for (int row = top; row <= bottom; row++) {
      double py = row + .5 - ay;
      for (int column = left; column <= right; column++) {
        double px = column + .5 - ax;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
        double offX = px - along * dx;
        double offY = py - along * dy;
        double outer = trace.radius(a) + along * (trace.radius(b) - trace.radius(a)) + softness / 2;
        double squaredDistance = offX * offX + offY * offY;
        if (squaredDistance < outer * outer) {
          double covered = Math.min(1, (outer - Math.sqrt(squaredDistance)) / softness);
          int at = row * side + column;
          coverage[at] = Math.max(coverage[at], covered);
        }
      }
    }
  }

  private int pixel(double position) {
    return Math.max(0, Math.min(side - 1, (int) Math.floor(position)));
  }
}
