package org.mtlbench.datasets.scenes;

/** A point or direction of the scene, in metres: x to the right, y up, z away from the camera. */
record Vec(double x, double y, double z) {
  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  /** Rotates about the vertical axis. */
  Vec rotated(double cos, double sin) {
    return new Vec(cos * x + sin * z, y, cos * z - sin * x);
  }
}
