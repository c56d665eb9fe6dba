package org.mtlbench.api.task;

import ai.djl.ndarray.NDArray;

/**
 * Accumulates a metric over the batches of one evaluation. The result does not depend on how
 * examples are divided into batches.
 */
public interface Accumulator {

  /**
   * Adds a batch; the tensors must not be kept.
   *
   * @param output raw output of the network, in the shape of the target
   * @param target labels of the batch
   */
  void add(NDArray output, Labelled target);

  /** The metric over all added batches; NaN if it is undefined, for example without labels. */
  double value();
}
