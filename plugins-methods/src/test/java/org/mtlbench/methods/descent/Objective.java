package org.mtlbench.methods.descent;

/** A loss that is a differentiable function of a point. */
interface Objective {
  /** The value at a point, in double precision. */
  double value(double... point);

  /** The gradient at a point, with one number per coordinate. */
  double[] gradient(double... point);
}
