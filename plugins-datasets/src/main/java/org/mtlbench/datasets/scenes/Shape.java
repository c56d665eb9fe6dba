package org.mtlbench.datasets.scenes;

/** The surface of a body. */
sealed interface Shape {
  /**
   * The first intersection of a ray with the surface.
   *
   * @param direction need not be of unit length
   * @return the smallest t above 0 at which {@code origin + t direction} is on the surface;
   *     infinite if there is none
   */
  double hit(Vec origin, Vec direction);

  /** The outward unit normal at a point of the surface. */
  Vec normal(Vec point);

  /** The half space behind a plane, visible only from the front. */
  record Plane(Vec point, Vec normal) implements Shape {
    @Override
    public double hit(Vec origin, Vec direction) {
      double slope = direction.dot(normal);
      return slope < 0 ? point.minus(origin).dot(normal) / slope : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec at) {
      return normal;
    }
  }

  /** A ball. */
  record Ball(Vec centre, double radius) implements Shape {
    @Override
    public double hit(Vec origin, Vec direction) {
      Vec from = origin.minus(centre);
      return nearRoot(
          direction.dot(direction), from.dot(direction), from.dot(from) - radius * radius);
    }

    @Override
    public Vec normal(Vec at) {
      return at.minus(centre).times(1 / radius);
    }
  }

  /**
   * An upright box, rotated about its vertical axis.
   *
   * @param half half of its width, height and depth
   */
  record Block(Vec centre, Vec half, double cos, double sin) implements Shape {
    @Override
    public double hit(Vec origin, Vec direction) {
      Vec from = local(origin);
      Vec ray = direction.rotated(cos, sin);
      double in =
          Math.max(
              Math.max(enter(from.x(), ray.x(), half.x()), enter(from.y(), ray.y(), half.y())),
              enter(from.z(), ray.z(), half.z()));
      double out =
          Math.min(
              Math.min(leave(from.x(), ray.x(), half.x()), leave(from.y(), ray.y(), half.y())),
              leave(from.z(), ray.z(), half.z()));
      return in > 0 && in < out ? in : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec at) {
      Vec p = local(at);
      double x = Math.abs(p.x()) / half.x();
      double y = Math.abs(p.y()) / half.y();
      double z = Math.abs(p.z()) / half.z();
      Vec side =
          x > y && x > z
              ? new Vec(Math.signum(p.x()), 0, 0)
              : y > z ? new Vec(0, Math.signum(p.y()), 0) : new Vec(0, 0, Math.signum(p.z()));
      return side.rotated(cos, -sin);
    }

    private Vec local(Vec at) {
      return at.minus(centre).rotated(cos, sin);
    }

    private static double enter(double from, double ray, double half) {
      return (ray > 0 ? -half - from : half - from) / ray;
    }

    private static double leave(double from, double ray, double half) {
      return (ray > 0 ? half - from : -half - from) / ray;
    }
  }

  /**
   * An upright cylinder with a lid.
   *
   * @param base the middle of its bottom
   */
  record Column(Vec base, double radius, double height) implements Shape {
    @Override
    public double hit(Vec origin, Vec direction) {
      Vec from = origin.minus(base);
      double round =
          nearRoot(
              direction.x() * direction.x() + direction.z() * direction.z(),
              from.x() * direction.x() + from.z() * direction.z(),
              from.x() * from.x() + from.z() * from.z() - radius * radius);
      double y = from.y() + round * direction.y();
      if (y >= 0 && y <= height) {
        return round;
      }
      double lid = (height - from.y()) / direction.y();
      double x = from.x() + lid * direction.x();
      double z = from.z() + lid * direction.z();
      return direction.y() < 0 && lid > 0 && x * x + z * z <= radius * radius
          ? lid
          : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec at) {
      Vec p = at.minus(base);
      return p.y() > height * (1 - 1e-9)
          ? new Vec(0, 1, 0)
          : new Vec(p.x(), 0, p.z()).times(1 / radius);
    }
  }

  /** The smaller root of a t^2 + 2 b t + c if it is positive, otherwise infinity. */
  private static double nearRoot(double a, double b, double c) {
    double discriminant = b * b - a * c;
    double root = discriminant > 0 ? (-b - Math.sqrt(discriminant)) / a : -1;
    return root > 0 ? root : Double.POSITIVE_INFINITY;
  }
}
