package org.mtlbench.testkit.contract;

/** The scale of a method's update, which determines the meaning of the learning rate. */
public enum Scale {
  /** The sum of the task losses: equal weights are 1. */
  SUM,
  /** The mean of the task losses: equal weights are 1/K. */
  MEAN,
  /** Another scale, for example a bounded step length; not checked. */
  OWN
}
