package org.mtlbench.datasets.augmentation;

/** The kind of a map of labels, which determines its augmentation. */
public enum MapKind {
  /** A class per pixel. */
  CLASSES,
  /** A distance per pixel; divided by the scale factor of the image. */
  DEPTH,
  /** A unit vector per pixel; the x component is negated in a mirrored image. */
  NORMALS,
  /** Numbers that are moved with their pixel but not changed. */
  VALUES
}
