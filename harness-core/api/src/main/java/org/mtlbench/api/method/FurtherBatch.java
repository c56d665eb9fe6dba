package org.mtlbench.api.method;

/**
 * A batch that a step may read beside its own, drawn with replacement and as large. A method
 * declares what it reads; records and tables say so.
 */
public enum FurtherBatch {
  /** Of the training split, independent of the step's own batch, and augmented like it. */
  TRAINING,
  /** Of the validation split, which then takes part in training. */
  VALIDATION
}
