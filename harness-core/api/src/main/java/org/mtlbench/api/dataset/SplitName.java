package org.mtlbench.api.dataset;

/** The three disjoint splits of a dataset: for training, for model selection, and for reporting. */
public enum SplitName {
  TRAIN,
  VALIDATION,
  TEST
}
