package org.mtlbench.api.layer;

/** Where a parameter's layer stands between the input image and a task's output. */
public enum Position {
  /** The layer reads the input image. */
  INPUT,
  /** The layer lies in between. */
  HIDDEN,
  /** The layer gives a task's output. */
  OUTPUT
}
