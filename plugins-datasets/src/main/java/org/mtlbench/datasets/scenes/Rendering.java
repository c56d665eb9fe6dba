package org.mtlbench.datasets.scenes;

import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;

/**
 * Images of scenes with dense labels, in row-major order.
 *
 * @param side height and width
 * @param images unsigned bytes, (N, side, side, 3)
 * @param kinds labels of {@link Body.Kind}, (N, side, side)
 * @param depths metres along the optical axis, (N, side, side)
 * @param normals unit vectors of the visible surface, (N, 3, side, side): x to the right, y up, z
 *     towards the camera
 */
record Rendering(int side, byte[] images, byte[] kinds, float[] depths, float[] normals) {
  private static final double MAX_NOISE = 0.05;

  /** The distance from the surface at which the ray to the lamp starts, so that it does not hit the
   * surface itself. */
  private static final double STEP_OFF = 1e-6;

  /**
   * Renders scenes. Scene i of a part depends only on (seed, part, i).
   *
   * @param n number of scenes
   * @param randomness random streams of the dataset's seed
   * @param part identifies the split; splits have different scenes
   */
  static Rendering of(int n, int side, Randomness randomness, long part) {
    int pixels = side * side;
    int all = Math.multiplyExact(n, pixels);
    Rendering rendering =
        new Rendering(
            side,
            new byte[Math.multiplyExact(all, 3)],
            new byte[all],
            new float[all],
            new float[Math.multiplyExact(all, 3)]);
    for (int i = 0; i < n; i++) {
      RandomGenerator random = randomness.stream("scene", part, i);
      rendering.draw(Scene.draw(random), random, i);
    }
    return rendering;
  }

  private void draw(Scene scene, RandomGenerator random, int index) {
    double noise = MAX_NOISE * random.nextDouble();
    for (int row = 0; row < side; row++) {
      double y = 1 - (2 * row + 1.0) / side;
      for (int column = 0; column < side; column++) {
        double x = (2 * column + 1.0) / side - 1;
        draw(scene, scene.camera().ray(x, y), noise, random, index, row * side + column);
      }
    }
  }

  private void draw(
      Scene scene, Vec ray, double noise, RandomGenerator random, int index, int position) {
    Scene.Camera camera = scene.camera();
    double depth = Double.POSITIVE_INFINITY;
    Body seen = scene.bodies().get(0);
    for (Body body : scene.bodies()) {
      double t = body.shape().hit(camera.place(), ray);
      if (t < depth) {
        depth = t;
        seen = body;
      }
    }
    Vec point = camera.place().plus(ray.times(depth));
    Vec normal = seen.shape().normal(point);
    Vec colour = seen.paint().at(point).times(light(scene, point, normal));
    int plane = side * side;
    int pixel = index * plane + position;
    kinds[pixel] = (byte) seen.kind().label();
    depths[pixel] = (float) depth;
    int x = 3 * index * plane + position;
    normals[x] = (float) normal.dot(camera.right());
    normals[x + plane] = (float) normal.dot(camera.up());
    normals[x + 2 * plane] = (float) -normal.dot(camera.forward());
    images[3 * pixel] = level(colour.x() + noise * centred(random));
    images[3 * pixel + 1] = level(colour.y() + noise * centred(random));
    images[3 * pixel + 2] = level(colour.z() + noise * centred(random));
  }

  /** Ambient light and, outside shadows, the light of the lamp by Lambert's law. */
  private static double light(Scene scene, Vec point, Vec normal) {
    Vec from = point.plus(normal.times(STEP_OFF));
    Vec way = scene.lamp().minus(from);
    double slope = way.dot(normal);
    if (slope <= 0) {
      return scene.ambient();
    }
    for (Body body : scene.bodies()) {
      if (body.shape().hit(from, way) < 1) {
        return scene.ambient();
      }
    }
    return scene.ambient() + (1 - scene.ambient()) * slope / way.length();
  }

  private static byte level(double brightness) {
    return (byte) Math.round(255 * Math.max(0, Math.min(1, brightness)));
  }

  /** Draws a number in (-1, 1), more likely near 0. */
  private static double centred(RandomGenerator random) {
    return random.nextDouble() + random.nextDouble() - 1;
  }
}
