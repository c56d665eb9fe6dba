package org.mtlbench.datasets.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A room with floor, ceiling and walls, three to six objects on the floor, a lamp, and a camera in
 * the room that faces the far wall.
 *
 * @param lamp position of the lamp
 * @param ambient fraction of ambient light, from 0 to 1
 */
record Scene(List<Body> bodies, Vec lamp, double ambient, Camera camera) {
  private static final int MIN_BODIES = 3;
  private static final int MAX_BODIES = 6;

  Scene {
    bodies = List.copyOf(bodies);
  }

  static Scene draw(RandomGenerator random) {
    double left = -between(random, 1.4, 3);
    double right = between(random, 1.4, 3);
    double height = between(random, 2.2, 3.2);
    double end = between(random, 3.5, 7);
    Paint walls = Paint.draw(random);
    List<Body> bodies = new ArrayList<>();
    bodies.add(
        new Body(
            Body.Kind.FLOOR,
            new Shape.Plane(new Vec(0, 0, 0), new Vec(0, 1, 0)),
            Paint.draw(random)));
    bodies.add(
        new Body(
            Body.Kind.CEILING,
            new Shape.Plane(new Vec(0, height, 0), new Vec(0, -1, 0)),
            Paint.draw(random)));
    bodies.add(wall(new Vec(left, 0, 0), new Vec(1, 0, 0), walls));
    bodies.add(wall(new Vec(right, 0, 0), new Vec(-1, 0, 0), walls));
    bodies.add(wall(new Vec(0, 0, end), new Vec(0, 0, -1), walls));
    int count = MIN_BODIES + random.nextInt(MAX_BODIES - MIN_BODIES + 1);
    for (int i = 0; i < count; i++) {
      double z = between(random, 1.6, 0.8 * end);
      double reach = Math.min(0.6 * z, 1.2);
      bodies.add(body(new Vec(between(random, -reach, reach), 0, z), random));
    }
    Vec lamp =
        new Vec(
            between(random, 0.8 * left, 0.8 * right),
            0.95 * height,
            between(random, 0.3, 0.7 * end));
    return new Scene(bodies, lamp, between(random, 0.3, 0.6), Camera.draw(random));
  }

  private static Body wall(Vec point, Vec normal, Paint paint) {
    return new Body(Body.Kind.WALL, new Shape.Plane(point, normal), paint);
  }

  private static Body body(Vec floor, RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        Vec half =
            new Vec(
                between(random, 0.15, 0.5), between(random, 0.15, 0.6), between(random, 0.15, 0.5));
        double turn = between(random, 0, Math.PI / 2);
        yield new Body(
            Body.Kind.BOX,
            new Shape.Block(
                floor.plus(new Vec(0, half.y(), 0)),
                half,
                StrictMath.cos(turn),
                StrictMath.sin(turn)),
            Paint.draw(random));
      }
      case 1 -> {
        double radius = between(random, 0.2, 0.5);
        yield new Body(
            Body.Kind.BALL,
            new Shape.Ball(floor.plus(new Vec(0, radius, 0)), radius),
            Paint.draw(random));
      }
      default ->
          new Body(
              Body.Kind.CYLINDER,
              new Shape.Column(floor, between(random, 0.12, 0.4), between(random, 0.3, 1.3)),
              Paint.draw(random));
    };
  }

  /** Draws from a uniform distribution. */
  static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * Position and orientation of the camera.
   *
   * @param right the image's x axis, a unit vector
   * @param up the image's y axis, upwards
   * @param forward the optical axis
   * @param zoom half of the image's width at a depth of 1
   */
  record Camera(Vec place, Vec right, Vec up, Vec forward, double zoom) {
    static Camera draw(RandomGenerator random) {
      double pitch = StrictMath.toRadians(between(random, 0, 25));
      double yaw = StrictMath.toRadians(between(random, -15, 15));
      double cos = StrictMath.cos(yaw);
      double sin = StrictMath.sin(yaw);
      return new Camera(
          new Vec(between(random, -0.8, 0.8), between(random, 0.9, 1.8), 0),
          new Vec(1, 0, 0).rotated(cos, sin),
          new Vec(0, StrictMath.cos(pitch), StrictMath.sin(pitch)).rotated(cos, sin),
          new Vec(0, -StrictMath.sin(pitch), StrictMath.cos(pitch)).rotated(cos, sin),
          StrictMath.tan(StrictMath.toRadians(between(random, 25, 37))));
    }

    /**
     * The ray through a point of the image, with a depth of 1 along the optical axis.
     *
     * @param x from -1 at the left edge to 1 at the right
     * @param y from -1 at the lower edge to 1 at the upper
     */
    Vec ray(double x, double y) {
      return forward.plus(right.times(zoom * x)).plus(up.times(zoom * y));
    }
  }
}
