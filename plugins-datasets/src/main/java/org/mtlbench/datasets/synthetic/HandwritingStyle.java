package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * The handwriting style of a single digit. Lengths are in pixels unless stated otherwise.
 *
 * @param rotation radians, clockwise
 * @param slant slant to the right as a fraction of the height
 * @param stretch factor of the width
 * @param size longer side of the digit's box, 20 in MNIST
 * @param shiftX offset of the centre of mass to the right
 * @param shiftY offset of the centre of mass downwards
 * @param radius half the width of the pen
 * @param softness width of the edge over which ink fades out
 * @param ink grey value of full ink, up to 255
 * @param grain maximum fraction of ink missing in a pixel
 */
record HandwritingStyle(
    double rotation,
    double slant,
    double stretch,
    double size,
    double shiftX,
    double shiftY,
    double radius,
    double softness,
    double ink,
    double grain) {

  /** Draws a random style. */
  static HandwritingStyle draw(RandomGenerator random) {
    return new HandwritingStyle(
        StrictMath.toRadians(22 * centred(random)),
        .14 + .4 * centred(random),
        uniform(random, .8, 1.45),
        uniform(random, 16.5, 20.5),
        1.6 * centred(random),
        1.6 * centred(random),
        uniform(random, .8, 1.95),
        uniform(random, .9, 1.7),
        uniform(random, 235, 256),
        uniform(random, 0, .15));
  }

  private static double uniform(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A number in (-1, 1), denser around 0. */
  private static double centred(RandomGenerator random) {
    return random.nextDouble() + random.nextDouble() - 1;
  }
}
