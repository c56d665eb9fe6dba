package org.mtlbench.methods.ours.chebyshev;

/** How H is combined over an epoch's batches for the update of lambda. */
public enum LambdaUpdate {
  /** The mean over batches. */
  MEAN,
  /** The sum over batches, as in the authors' code. */
  SUM
}
