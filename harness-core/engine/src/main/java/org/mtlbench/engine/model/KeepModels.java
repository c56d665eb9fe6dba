package org.mtlbench.engine.model;

/** Which trained models are kept in the folder {@code models} of a run. */
public enum KeepModels {
  /** For each row that of the seed that is best on validation. */
  BEST,
  /** That of every cell. */
  ALL,
  /** None. */
  NONE
}
