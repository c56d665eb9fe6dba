package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * Ten kinds of textures, in place of the ten image classes. They differ only in shape: sizes,
 * phases and directions are random for each image, and a rotation by the augmentation's 20 degrees
 * does not turn one kind into another.
 */
enum TextureKind {
  /** Horizontal stripes. */
  ROWS {
    @Override
    Texture draw(RandomGenerator random) {
      return stripes(random, 90);
    }
  },

  /** Vertical stripes. */
  COLUMNS {
    @Override
    Texture draw(RandomGenerator random) {
      return stripes(random, 0);
    }
  },

  /** A chequerboard in any direction. */
  CHECKS {
    @Override
    Texture draw(RandomGenerator random) {
      Axis across = Axis.draw(random, 0, 180);
      Wave one = Wave.draw(random);
      Wave other = Wave.draw(random);
      double period = uniform(random, 7, 13);
      return (x, y) ->
          .5
              + .5
                  * one.value(across.parallel(x, y) / period)
                  * other.value(across.perpendicular(x, y) / period);
    }
  },

  /** Crossing thin lines in any direction. */
  MESH {
    @Override
    Texture draw(RandomGenerator random) {
      Axis across = Axis.draw(random, 0, 180);
      Wave one = new Wave(random.nextDouble(), 1);
      Wave other = new Wave(random.nextDouble(), 1);
      double period = uniform(random, 6, 10);
      double half = uniform(random, .6, 1.1);
      return (x, y) ->
          Math.max(
              line(one.value(across.parallel(x, y) / period), period, half),
              line(other.value(across.perpendicular(x, y) / period), period, half));
    }
  },

  /** Scattered discs. */
  SPOTS {
    @Override
    Texture draw(RandomGenerator random) {
      VoronoiSites sites = VoronoiSites.draw(random, 7 + random.nextInt(6));
      double radius = uniform(random, 2.2, 4);
      return (x, y) -> Math.max(0, Math.min(1, radius + .5 - sites.distance(x, y)));
    }
  },

  /** Concentric circles. */
  RINGS {
    @Override
    Texture draw(RandomGenerator random) {
      Wave wave = Wave.draw(random);
      double centreX = uniform(random, -8, 8);
      double centreY = uniform(random, -8, 8);
      double period = uniform(random, 4.5, 9);
      return (x, y) -> {
        double dx = x - centreX;
        double dy = y - centreY;
        return wave.level(Math.sqrt(dx * dx + dy * dy) / period);
      };
    }
  },

  /** Rays from a point. */
  RAYS {
    @Override
    Texture draw(RandomGenerator random) {
      Wave wave = Wave.draw(random);
      double centreX = uniform(random, -7, 7);
      double centreY = uniform(random, -7, 7);
      double rays = (5 + random.nextInt(5)) / (2 * Math.PI);
      return (x, y) -> wave.level(rays * StrictMath.atan2(y - centreY, x - centreX));
    }
  },

  /** A smooth gradient in any direction. */
  SLOPE {
    @Override
    Texture draw(RandomGenerator random) {
      Axis axis = Axis.draw(random, 0, 360);
      double width = uniform(random, 14, 34);
      double middle = uniform(random, -6, 6);
      return (x, y) -> Math.max(0, Math.min(1, .5 + (axis.parallel(x, y) - middle) / width));
    }
  },

  /** Patches of uniform colour that fill the plane. */
  CELLS {
    @Override
    Texture draw(RandomGenerator random) {
      int n = 8 + random.nextInt(7);
      VoronoiSites sites = VoronoiSites.draw(random, n);
      int step = 1 + random.nextInt(n - 1);
      return (x, y) -> (sites.nearest(x, y) * step % n) / (n - 1.);
    }
  },

  /** Grains in random order. */
  GRAIN {
    @Override
    Texture draw(RandomGenerator random) {
      Axis axis = Axis.draw(random, 0, 90);
      double grain = uniform(random, 1.4, 3);
      byte[] levels = new byte[1 << 12];
      random.nextBytes(levels);
      return (x, y) -> {
        int row = (int) Math.floor(axis.parallel(x, y) / grain);
        int column = (int) Math.floor(axis.perpendicular(x, y) / grain);
        return Byte.toUnsignedInt(levels[((row & 63) << 6) | (column & 63)]) / 255.;
      };
    }
  };

  private static final double TILT = 9;

  /** Draws a texture of this kind. */
  abstract Texture draw(RandomGenerator random);

  private static Texture stripes(RandomGenerator random, double direction) {
    Axis axis = Axis.draw(random, direction - TILT, direction + TILT);
    Wave wave = Wave.draw(random);
    double period = uniform(random, 4.5, 9);
    return (x, y) -> wave.level(axis.parallel(x, y) / period);
  }

  /** Ink near the maxima of a triangle wave, fading over one pixel. */
  private static double line(double triangle, double period, double half) {
    double distance = (1 - triangle) * period / 4;
    return Math.max(0, Math.min(1, half + .5 - distance));
  }

  private static double uniform(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
