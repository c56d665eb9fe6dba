package org.mtlbench.datasets.table;

/** How networks read categorical columns. */
public enum CategoryEncoding {
  /** A column of 0 and 1 for each category. */
  ONE_HOT,
  /** A number from 0, which backbones replace by a learned vector. */
  EMBEDDING
}
