package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.images.TrainingImages;

/**
 * Rotates every image about its centre by its own random angle, with nearest-neighbour sampling,
 * black padding and unchanged size. The angle is drawn uniformly from {@value #ANGLES} evenly
 * spaced values, the centres of equal parts of [-degrees, degrees]. For 20 degrees they are 0.02
 * degrees apart, which moves the corner of an image of 32 pixels by 0.008 pixels.
 */
public final class Rotation implements Augmentation {
  /** The maximum angle in degrees. */
  public static final double MAX_DEGREES = 180;

  private static final int ANGLES = 2048;

  private final double degrees;

  private Rotation(double degrees) {
    this.degrees = degrees;
  }

  /**
   * Rotation by at most an angle; no change for angle 0. Images must be square, with 1 to 64 pixels
   * per side.
   *
   * @param degrees 0 to 180
   */
  public static Augmentation upTo(double degrees) {
    if (!(degrees >= 0 && degrees <= MAX_DEGREES)) {
      throw new IllegalArgumentException("found " + degrees + " degrees, expected 0 to 180");
    }
    return degrees == 0 ? Augmentation.none() : new Rotation(degrees);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Uses a few megabytes for the table of source pixels for each angle.
   */
  @Override
  public TrainingImages of(LabelledImages images, NDManager manager) {
    return new RotatedImages(images, angles(degrees), manager);
  }

  /** The possible angles of a rotation by at most this many degrees, ascending. */
  static double[] angles(double degrees) {
    return IntStream.range(0, ANGLES)
        .mapToDouble(i -> degrees * ((2 * i + 1.) / ANGLES - 1))
        .toArray();
  }
}
