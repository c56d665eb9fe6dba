package org.mtlbench.api.training;

/** Which epoch's model is reported. */
public enum Selection {
  /** The one with the best mean validation metric. */
  BEST,
  /** The last one. */
  LAST
}
