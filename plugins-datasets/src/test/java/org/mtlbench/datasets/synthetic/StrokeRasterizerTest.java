package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrokeRasterizerTest {
  private static final int SIDE = 12;

  @Test
  void coverageDependsOnDistanceToCentre() {
    // a line through the centres of row 5, from column 3 to 8; half width 1.25, edge 1
    StrokePath path = path(Stroke.line(3.5, 5.5, 8.5, 5.5), 1.25);
    double[] coverage = new StrokeRasterizer(SIDE).draw(path, 1);
    assertThat(at(coverage, 5, 3)).isEqualTo(1);
    assertThat(at(coverage, 5, 8)).isEqualTo(1);
    // distance 1: 1.75 - 1 = 0.75
    assertThat(at(coverage, 4, 6)).isCloseTo(.75, within(1e-12));
    assertThat(at(coverage, 6, 6)).isCloseTo(.75, within(1e-12));
    assertThat(at(coverage, 5, 9)).isCloseTo(.75, within(1e-12));
    // distance sqrt 2 off the end
    assertThat(at(coverage, 4, 9)).isCloseTo(1.75 - Math.sqrt(2), within(1e-12));
    // distance 2
    assertThat(at(coverage, 3, 6)).isZero();
    assertThat(at(coverage, 5, 10)).isZero();
  }

  @Test
  void matchesBruteForce() {
    Random random = new Random(3);
    for (int trial = 0; trial < 50; trial++) {
      double[] points = random.doubles(10, -1, SIDE + 1).toArray();
      double radius = .5 + 2 * random.nextDouble();
      double softness = .5 + random.nextDouble();
      StrokePath path = path(new Stroke(points, trial % 2 == 0), radius);
      double[] coverage = new StrokeRasterizer(SIDE).draw(path, softness);
      for (int p = 0; p < SIDE * SIDE; p++) {
        int row = p / SIDE;
        int column = p % SIDE;
        double distance = distance(path, column + .5, row + .5);
        double expected = Math.max(0, Math.min(1, (radius - distance) / softness + .5));
        assertThat(coverage[p]).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void splinesPassThroughPointsAndCloseSmoothly() {
    StrokePath path = path(Stroke.curve(Stroke.arc(6, 6, 4, 3, 0, 360)), 1);
    for (int v = 0; v < path.count(); v++) {
      double x = (path.x(v) - 6) / 4;
      double y = (path.y(v) - 6) / 3;
      // a Catmull-Rom spline through 12 points stays within a percent of the ellipse
      assertThat(Math.hypot(x, y)).isCloseTo(1, within(.01));
    }
  }

  private static double distance(StrokePath path, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int v = 1; v < path.count(); v++) {
      if (path.joined(v)) {
        double line = Line2D.ptSegDist(path.x(v - 1), path.y(v - 1), path.x(v), path.y(v), x, y);
        least = Math.min(least, line);
      }
    }
    return least;
  }

  private static StrokePath path(Stroke stroke, double radius) {
    StrokePath path = new StrokePath();
    path.add(stroke);
    path.setRadius(radius, new Jitter(new Random(0), 0));
    return path;
  }

  private static double at(double[] coverage, int row, int column) {
    return coverage[row * SIDE + column];
  }
}
