package org.mtlbench.datasets.scenes;

/** An object in a scene. */
record Body(Kind kind, Shape shape, Paint paint) {
  /** The class of an object. */
  enum Kind {
    FLOOR(0),
    WALL(1),
    CEILING(2),
    BOX(3),
    BALL(4),
    CYLINDER(5);

    private final int label;

    Kind(int label) {
      this.label = label;
    }

    /** The class in the segmentation. */
    int label() {
      return label;
    }
  }
}
