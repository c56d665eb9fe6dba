package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * A periodic function of period 1, from a triangle wave (sharpness 1) to nearly a square wave.
 *
 * @param phase in periods
 * @param sharpness factor by which the triangle wave is amplified before clipping, at least 1
 */
record Wave(double phase, double sharpness) {
  private static final double SHARPEST = 3;

  static Wave draw(RandomGenerator random) {
    return new Wave(random.nextDouble(), 1 + (SHARPEST - 1) * random.nextDouble());
  }

  /** The value in [-1, 1]. */
  double value(double periods) {
    double moved = periods + phase;
    double triangle = 4 * Math.abs(moved - Math.floor(moved) - .5) - 1;
    return Math.max(-1, Math.min(1, sharpness * triangle));
  }

  /** The value in [0, 1]. */
  double level(double periods) {
    return .5 + .5 * value(periods);
  }
}
