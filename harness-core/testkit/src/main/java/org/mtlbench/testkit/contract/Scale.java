package org.mtlbench.testkit.contract;

/** How large the update of a method is, which decides what a learning rate means for it. */
public enum Scale {
  /** As the sum of the task losses: weights that are all equal are 1. */
  SUM,
  /** As the mean of the task losses: weights that are all equal are 1/K. */
  MEAN,
  /** A size of its own, for example a step of bounded length; nothing is checked. */
  OWN
}
