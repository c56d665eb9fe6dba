package org.mtlbench.api.layer;

/** The position of a parameter's layer between the input and a task's output. */
public enum Position {
  /** The layer reads the input image. */
  INPUT,
  /** A hidden layer. */
  HIDDEN,
  /** The layer computes a task's output. */
  OUTPUT
}
