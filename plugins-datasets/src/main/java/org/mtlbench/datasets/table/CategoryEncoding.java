package org.mtlbench.datasets.table;

/** The encoding of categorical columns in the input of a network. */
public enum CategoryEncoding {
  /** A column of 0 and 1 for each category. */
  ONE_HOT,
  /** The index of the category, from 0, which backbones replace with a learned vector. */
  EMBEDDING
}
