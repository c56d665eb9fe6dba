package org.mtlbench.datasets.augmentation;

/** What the values of a map of labels mean, which decides how they change with the image. */
public enum MapKind {
  /** A class for every pixel. */
  CLASSES,
  /** A distance for every pixel; an enlarged image shows things nearer. */
  DEPTH,
  /** A direction for every pixel, whose x component changes its sign in a mirrored image. */
  NORMALS,
  /** Numbers that stay as they are wherever their pixel goes. */
  VALUES
}
