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
      double period = between(random, 7, 13);
      return (x, y) ->
          .5 + .5 * one.at(across.along(x, y) / period) * other.at(across.beside(x, y) / period);
    }
  },

  /** Crossing thin lines in any direction. */
  MESH {
    @Override
    Texture draw(RandomGenerator random) {
      Axis across = Axis.draw(random, 0, 180);
      Wave one = new Wave(random.nextDouble(), 1);
      Wave other = new Wave(random.nextDouble(), 1);
      double period = between(random, 6, 10);
      double half = between(random, .6, 1.1);
      return (x, y) ->
          Math.max(
              line(one.at(across.along(x, y) / period), period, half),
              line(other.at(across.beside(x, y) / period), period, half));
    }
  },

  /** Scattered discs. */
  SPOTS {
    @Override
    Texture draw(RandomGenerator random) {
      Sites sites = Sites.draw(random, 7 + random.nextInt(6));
      double radius = between(random, 2.2, 4);
      return (x, y) -> Math.max(0, Math.min(1, radius + .5 - sites.distance(x, y)));
    }
  },

  /** Concentric circles. */
  RINGS {
    @Override
    Texture draw(RandomGenerator random) {
      Wave wave = Wave.draw(random);
      double centreX = between(random, -8, 8);
      double centreY = between(random, -8, 8);
      double period = between(random, 4.5, 9);
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
      double centreX = between(random, -7, 7);
      double centreY = between(random, -7, 7);
      double rays = (5 + random.nextInt(5)) / (2 * Math.PI);
      return (x, y) -> wave.level(rays * StrictMath.atan2(y - centreY, x - centreX));
    }
  },

  /** A smooth gradient in any direction. */
  SLOPE {
    @Override
    Texture draw(RandomGenerator random) {
      Axis axis = Axis.draw(random, 0, 360);
      double width = between(random, 14, 34);
      double middle = between(random, -6, 6);
      return (x, y) -> Math.max(0, Math.min(1, .5 + (axis.along(x, y) - middle) / width));
    }
  },

  /** Patches of uniform colour that fill the plane. */
  CELLS {
    @Override
    Texture draw(RandomGenerator random) {
      int n = 8 + random.nextInt(7);
      Sites sites = Sites.draw(random, n);
      int step = 1 + random.nextInt(n - 1);
      return (x, y) -> (sites.nearest(x, y) * step % n) / (n - 1.);
    }
  },

  /** Grains in random order. */
  GRAIN {
    @Override
    Texture draw(RandomGenerator random) {
      Axis axis = Axis.draw(random, 0, 90);
      double grain = between(random, 1.4, 3);
      byte[] levels = new byte[1 << 12];
      random.nextBytes(levels);
      return (x, y) -> {
        int row = (int) Math.floor(axis.along(x, y) / grain);
        int column = (int) Math.floor(axis.beside(x, y) / grain);
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
    double period = between(random, 4.5, 9);
    return (x, y) -> wave.level(axis.along(x, y) / period);
  }

  /** Ink near the maxima of a triangle wave, fading over one pixel. */
  private static double line(double triangle, double period, double half) {
    double distance = (1 - triangle) * period / 4;
    return Math.max(0, Math.min(1, half + .5 - distance));
  }

  private static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
