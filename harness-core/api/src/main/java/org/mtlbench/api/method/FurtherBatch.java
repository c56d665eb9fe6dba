package org.mtlbench.api.method;

/**
 * An additional batch that a step may read, drawn with replacement and of the same size. A method
 * declares what it reads; records and tables show it.
 */
public enum FurtherBatch {
  /** From the training split, independent of the step's own batch, with augmentation. */
  TRAINING,
  /** Another one from the training split, independent of {@link #TRAINING}. */
  SECOND_TRAINING,
  /** From the validation split, which is then used for training. */
  VALIDATION
}
