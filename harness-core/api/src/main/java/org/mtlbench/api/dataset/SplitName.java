package org.mtlbench.api.dataset;

/**
 * The three disjoint parts of a dataset: fit on the first, select on the second, report the third.
 */
public enum SplitName {
  TRAIN,
  VALIDATION,
  TEST
}
