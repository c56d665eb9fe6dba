package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;

/** The training batches of one epoch; valid while the scope in which it was made is open. */
@FunctionalInterface
public interface TrainingEpoch {
  /**
   * Raw, augmented examples of a batch.
   *
   * @param positions int64 of shape (B), positions in the training split
   * @param index index of the batch within the epoch, from 0
   */
  Examples take(NDArray positions, int index);
}
