package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.random.RandomGenerator;
import org.mtlbench.datasets.images.Augmentation;

/**
 * Turns every picture of a batch about its centre by an angle of its own, drawn uniformly from
 * [-degrees, degrees): the nearest neighbour, black where nothing was, the same size.
 *
 * <p>The result is that of Pillow's {@code Image.rotate}, which torchvision's {@code
 * RandomRotation} calls, to the bit. Angles are counter-clockwise. With pixel centres at (x + 1/2,
 * y + 1/2), S pixels a side, c = cos and s = sin of the angle, output pixel (x, y) takes the source
 * pixel that contains
 *
 * <pre>
 *   u = c (x - h) - s (y - h) + S/2    with h = (S - 1) / 2
 *   v = s (x - h) + c (y - h) + S/2
 * </pre>
 *
 * computed as cx - sy + u0 and sx + cy + v0, where c, s and the offsets u0 and v0 are rounded to
 * multiples of 2^-16. In float32 all these numbers and their sums are exact, so that every device
 * gives the same picture.
 */
public final class Rotation implements Augmentation {
  /** The greatest angle, in degrees. */
  public static final double MOST = 180;

  /** Up to here every sum stays below 2^24 units of 2^-16. */
  private static final int LARGEST_SIDE = 64;

  private static final double UNITS = 1 << 16;

  private final double degrees;
  private final int side;
  private final int margin;
  private final int wide;
  private final NDArray columns;
  private final NDArray rows;

  private Rotation(double degrees, int side, NDManager manager) {
    this.degrees = degrees;
    this.side = side;
    margin = margin(degrees, side);
    wide = side + 2 * margin;
    float[] numbers = new float[side];
    for (int i = 0; i < side; i++) {
      numbers[i] = i;
    }
    columns = manager.create(numbers, new Shape(1, 1, side));
    rows = manager.create(numbers, new Shape(1, side, 1));
  }

  /**
   * Rotation by up to an angle; for an angle of 0 no change at all.
   *
   * @param degrees 0 to 180
   * @param side rows and columns of the pictures, 1 to 64
   * @param manager owns a few constants and fixes the device
   */
  public static Augmentation upTo(double degrees, int side, NDManager manager) {
    if (!(degrees >= 0 && degrees <= MOST) || side < 1 || side > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "found " + degrees + " degrees and side " + side + ", expected 0 to 180 and 1 to 64");
    }
    return degrees == 0 ? Augmentation.none() : new Rotation(degrees, side, manager);
  }

  @Override
  public NDArray apply(NDArray images, RandomGenerator random) {
    double[] angles = new double[Math.toIntExact(images.getShape().get(0))];
    for (int i = 0; i < angles.length; i++) {
      angles[i] = degrees * (2 * random.nextDouble() - 1);
    }
    return turn(images, angles);
  }

  /**
   * Turns each picture by its angle.
   *
   * @param images uint8, (B, S, S, C)
   * @param angles B angles in degrees, none beyond the greatest; B times the pixels of a framed
   *     picture below 2^31
   * @return uint8, (B, S, S, C)
   */
  NDArray turn(NDArray images, double[] angles) {
    NDManager manager = images.getManager();
    long channels = images.getShape().get(3);
    // what is done with is closed at once: the next tensor then lies where the cache still is
    try (NDArray pixels = manager.zeros(pixels(angles.length, channels), images.getDataType());
        NDArray sources = sources(manager, angles)) {
      frame(pixels, images);
      // a look-up copies all channels of a pixel at once, a gather goes byte by byte
      return pixels
          .getNDArrayInternal()
          .embedding(sources, pixels, SparseFormat.DENSE)
          .singletonOrThrow();
    }
  }

  private Shape pixels(int batch, long channels) {
    return new Shape(Math.multiplyExact(batch, wide * wide), channels);
  }

  /** Writes the pictures into the middle of their black frames. */
  private void frame(NDArray pixels, NDArray images) {
    Shape shape = images.getShape();
    String inner = margin + ":" + (margin + side);
    try (NDArray frames = pixels.reshape(shape.get(0), wide, wide, shape.get(3))) {
      frames.set(new NDIndex(":," + inner + "," + inner), images);
    }
  }

  /**
   * For every output pixel the position of its source among all pixels of the framed batch, int32,
   * (B, S, S).
   */
  private NDArray sources(NDManager manager, double[] angles) {
    int n = angles.length;
    float[] cos = new float[n];
    float[] sin = new float[n];
    float[] left = new float[n];
    float[] top = new float[n];
    int[] first = new int[n];
    double half = (side - 1) / 2.;
    for (int i = 0; i < n; i++) {
      double radians = StrictMath.toRadians(angles[i]);
      double c = StrictMath.cos(radians);
      double s = StrictMath.sin(radians);
      cos[i] = rounded(c);
      sin[i] = rounded(s);
      left[i] = rounded(margin + side / 2. - half * (c - s));
      top[i] = rounded(margin + side / 2. - half * (c + s));
      first[i] = i * wide * wide;
    }
    Shape each = new Shape(n, 1, 1);
    NDArray c = manager.create(cos, each);
    NDArray s = manager.create(sin, each);
    try (NDArray column = whole(c.mul(columns).addi(manager.create(left, each)).sub(s.mul(rows)))) {
      return whole(s.mul(columns).addi(manager.create(top, each)).add(c.mul(rows)))
          .muli(wide)
          .addi(column)
          .addi(manager.create(first, each));
    }
  }

  /** Rounded down to int32: within the frame no coordinate is negative. Closes its argument. */
  private static NDArray whole(NDArray coordinates) {
    try (coordinates) {
      return coordinates.toType(DataType.INT32, false);
    }
  }

  private static float rounded(double value) {
    return (float) (Math.floor(value * UNITS + 0.5) / UNITS);
  }

  /** How far the corners reach beyond the border, at worst at 45 degrees, in whole pixels. */
  private static int margin(double degrees, int side) {
    double worst = StrictMath.toRadians(Math.min(degrees, 45));
    double reach = (side - 1) / 2. * (StrictMath.cos(worst) + StrictMath.sin(worst));
    // a coordinate may be off by the rounding of its three terms
    double slack = 2 * side / UNITS;
    return Math.max(0, (int) Math.ceil(reach + slack - side / 2.));
  }
}
