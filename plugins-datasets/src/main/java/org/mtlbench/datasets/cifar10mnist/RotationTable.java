package org.mtlbench.datasets.cifar10mnist;

/**
 * The source pixels of a rotated image. The result is bitwise equal to Pillow's {@code
 * Image.rotate}, which torchvision's {@code RandomRotation} calls.
 *
 * <p>Angles are counter-clockwise. With pixel centres at (x + 1/2, y + 1/2), S pixels per side, c =
 * cos and s = sin of the angle, output pixel (x, y) gets the source pixel that contains
 *
 * <pre>
 *   u = c (x - h) - s (y - h) + S/2    with h = (S - 1) / 2
 *   v = s (x - h) + c (y - h) + S/2
 * </pre>
 *
 * computed as cx - sy + u0 and sx + cy + v0 in fixed point with 16 binary places, as in Pillow.
 */
final class RotationTable {
  /** Maximum number of rows and columns of an image. */
  static final int MAX_SIDE = 64;

  /** Number of binary places of a coordinate. */
  private static final int BITS = 16;

  private RotationTable() {}

  /**
   * The sources for one angle.
   *
   * @param degrees -180 to 180
   * @param side rows and columns, 1 to {@value #MAX_SIDE}
   * @return for every output pixel in row-major order, 1 + the index of its source, or 0 for black
   */
  static int[] sources(double degrees, int side) {
    double radians = StrictMath.toRadians(degrees);
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    double half = (side - 1) / 2.;
    int c = fixed(cos);
    int s = fixed(sin);
    int left = fixed(side / 2. - half * (cos - sin));
    int top = fixed(side / 2. - half * (cos + sin));
    int[] sources = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int u = (c * x - s * y + left) >> BITS;
        int v = (s * x + c * y + top) >> BITS;
        boolean inside = u >= 0 && u < side && v >= 0 && v < side;
        sources[y * side + x] = inside ? 1 + v * side + u : 0;
      }
    }
    return sources;
  }

  private static int fixed(double value) {
    return (int) Math.floor(value * (1 << BITS) + 0.5);
  }
}
