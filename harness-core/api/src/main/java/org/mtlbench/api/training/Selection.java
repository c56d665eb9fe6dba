package org.mtlbench.api.training;

/** Which epoch's model is reported. */
public enum Selection {
  /** The epoch with the best mean validation metric. */
  BEST,
  /** The last epoch. */
  LAST
}
