package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.images.TrainingImages;

/**
 * Turns every picture about its centre by an angle of its own: the nearest neighbour, black where
 * nothing was, the same size. The angle is drawn uniformly from {@value #ANGLES} evenly spaced
 * ones, the middles of as many equal parts of [-degrees, degrees]: up to 20 degrees they lie 0.02
 * degrees apart, which moves the corner of a picture of 32 pixels a side by 0.008 pixels.
 */
public final class Rotation implements Augmentation {
  /** The greatest angle, in degrees. */
  public static final double MAX_DEGREES = 180;

  private static final int ANGLES = 2048;

  private final double degrees;

  private Rotation(double degrees) {
    this.degrees = degrees;
  }

  /**
   * Rotation by up to an angle; for an angle of 0 no change at all. Pictures are as wide as high,
   * with 1 to 64 pixels a side.
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
   * <p>A few megabytes say where each pixel comes from at each angle.
   */
  @Override
  public TrainingImages of(LabelledImages pictures, NDManager manager) {
    return new TurnedImages(pictures, angles(degrees), manager);
  }

  /** The angles that a rotation by up to so many degrees may draw, rising. */
  static double[] angles(double degrees) {
    return IntStream.range(0, ANGLES)
        .mapToDouble(i -> degrees * ((2 * i + 1.) / ANGLES - 1))
        .toArray();
  }
}
