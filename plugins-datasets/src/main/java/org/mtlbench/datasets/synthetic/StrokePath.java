package org.mtlbench.datasets.synthetic;

import java.util.Arrays;

/**
 * The flattened strokes of one digit: straight segments with the pen's half width at both ends. A
 * growable list that is reused for all digits.
 */
final class StrokePath {
  private static final int SEGMENTS_PER_SPAN = 5;
  private static final int FIELDS = 3;

  private double[] values = new double[FIELDS * 256];
  private boolean[] joined = new boolean[256];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  double x(int vertex) {
    return values[FIELDS * vertex];
  }

  double y(int vertex) {
    return values[FIELDS * vertex + 1];
  }

  double radius(int vertex) {
    return values[FIELDS * vertex + 2];
  }

  /** Whether a segment connects the previous vertex with this one. */
  boolean joined(int vertex) {
    return joined[vertex];
  }

  /** Adds a stroke; splines are divided into straight segments. */
  void add(Stroke stroke) {
    int last = stroke.count() - 1;
    vertex(stroke.x(0), stroke.y(0), false);
    for (int span = 0; span < last; span++) {
      if (stroke.smooth()) {
        spline(stroke, span, last);
      } else {
        vertex(stroke.x(span + 1), stroke.y(span + 1), true);
      }
    }
  }

  /**
   * A uniform Catmull-Rom segment between points span and span + 1; a closed curve wraps around.
   */
  private void spline(Stroke s, int span, int last) {
    boolean closed = Math.abs(s.x(0) - s.x(last)) < 1e-9 && Math.abs(s.y(0) - s.y(last)) < 1e-9;
    int before = span > 0 ? span - 1 : closed ? last - 1 : 0;
    int after = span + 2 <= last ? span + 2 : closed ? 1 : last;
    for (int k = 1; k <= SEGMENTS_PER_SPAN; k++) {
      double t = (double) k / SEGMENTS_PER_SPAN;
      vertex(
          catmullRom(s.x(before), s.x(span), s.x(span + 1), s.x(after), t),
          catmullRom(s.y(before), s.y(span), s.y(span + 1), s.y(after), t),
          true);
    }
  }

  private static double catmullRom(double a, double b, double c, double d, double t) {
    return b + .5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private void vertex(double x, double y, boolean join) {
    if (count == joined.length) {
      values = Arrays.copyOf(values, 2 * values.length);
      joined = Arrays.copyOf(joined, 2 * joined.length);
    }
    values[FIELDS * count] = x;
    values[FIELDS * count + 1] = y;
    joined[count++] = join;
  }

  /** Sets the half width of every vertex. */
  void setRadius(double radius, Jitter pressure) {
    for (int v = 0; v < count; v++) {
      values[FIELDS * v + 2] = radius * (1 + pressure.value(x(v), y(v)));
    }
  }

  /** Maps each vertex to (xx * x + xy * y, yx * x + yy * y). */
  void transform(double xx, double xy, double yx, double yy) {
    for (int v = 0; v < count; v++) {
      double x = x(v);
      double y = y(v);
      values[FIELDS * v] = xx * x + xy * y;
      values[FIELDS * v + 1] = yx * x + yy * y;
    }
  }

  /** Moves each vertex. */
  void translate(double dx, double dy) {
    for (int v = 0; v < count; v++) {
      values[FIELDS * v] += dx;
      values[FIELDS * v + 1] += dy;
    }
  }
}
