package org.mtlbench.datasets.scenes;

import java.util.random.RandomGenerator;

/**
 * Two colours, mixed by a spatial pattern. Paint is independent of the object's class, so colour and
 * pattern give no information on it.
 *
 * @param one RGB, each from 0 to 1
 * @param other RGB, each from 0 to 1
 * @param scale of the pattern, per metre
 * @param phase offset of the pattern
 */
record Paint(Pattern pattern, Vec one, Vec other, double scale, Vec phase) {
  private static final double DARKEST = 0.15;

  /** The patterns. */
  enum Pattern {
    PLAIN,
    STRIPES,
    CHECKS,
    CLOUDS
  }

  static Paint draw(RandomGenerator random) {
    Pattern[] patterns = Pattern.values();
    return new Paint(
        patterns[random.nextInt(patterns.length)],
        colour(random),
        colour(random),
        1.5 + 3 * random.nextDouble(),
        new Vec(random.nextDouble(), random.nextDouble(), random.nextDouble()));
  }

  private static Vec colour(RandomGenerator random) {
    double range = 1 - DARKEST;
    return new Vec(
        DARKEST + range * random.nextDouble(),
        DARKEST + range * random.nextDouble(),
        DARKEST + range * random.nextDouble());
  }

  /** The colour at a point, without lighting. */
  Vec at(Vec point) {
    if (pattern == Pattern.PLAIN) {
      return one;
    }
    double share = share(point.times(scale).plus(phase));
    return one.times(1 - share).plus(other.times(share));
  }

  private double share(Vec p) {
    return switch (pattern) {
      case PLAIN -> 0;
      case STRIPES -> odd(p.x() + p.z() + 0.5 * p.y());
      case CHECKS -> (odd(p.x()) + odd(p.y()) + odd(p.z())) % 2;
      case CLOUDS ->
          0.5
              + 0.25 * StrictMath.sin(4 * p.x() + 2 * StrictMath.sin(3 * p.y()))
              + 0.25 * StrictMath.sin(3 * p.z() + 2 * StrictMath.sin(4 * p.x()));
    };
  }

  private static double odd(double x) {
    return (long) Math.floor(x) & 1;
  }
}
