package org.mtlbench.datasets.synthetic;

import java.util.Arrays;

/**
 * Rasterises strokes on a square image. The coverage of a pixel depends on the distance of its
 * centre to the nearest segment: full within the pen's half width, fading to nothing across the
 * edge.
 */
final class StrokeRasterizer {
  private final int side;
  private final double[] coverage;

  /**
   * @param side rows and columns of the image
   */
  StrokeRasterizer(int side) {
    this.side = side;
    coverage = new double[side * side];
  }

  /**
   * Draws on an empty image.
   *
   * @param path in pixels; pixel (row, column) has its centre at (column + 1/2, row + 1/2)
   * @param softness width of the edge in pixels, above 0
   * @return (side, side) coverage in [0, 1], overwritten by the next call
   */
  double[] draw(StrokePath path, double softness) {
    Arrays.fill(coverage, 0);
    for (int v = 1; v < path.count(); v++) {
      if (path.joined(v)) {
        piece(path, v - 1, v, softness);
      }
    }
    return coverage;
  }

  private void piece(StrokePath path, int a, int b, double softness) {
    double ax = path.x(a);
    double ay = path.y(a);
    double dx = path.x(b) - ax;
    double dy = path.y(b) - ay;
    double squaredLength = dx * dx + dy * dy;
    double inverse = squaredLength > 0 ? 1 / squaredLength : 0;
    double reach = Math.max(path.radius(a), path.radius(b)) + softness / 2;
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
        double outer = path.radius(a) + along * (path.radius(b) - path.radius(a)) + softness / 2;
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
