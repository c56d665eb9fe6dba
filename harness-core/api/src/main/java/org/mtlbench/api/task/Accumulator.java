package org.mtlbench.api.task;

import ai.djl.ndarray.NDArray;

/**
 * Collects a metric over the batches of one evaluation. The split into batches has no influence.
 */
public interface Accumulator {

  /**
   * Adds a batch; tensors are not kept beyond the call.
   *
   * @param output the network's raw output, of the shape that the target asks for
   * @param target the batch's labels
   */
  void add(NDArray output, Labelled target);

  /** The metric over everything added; NaN where it is undefined, for example without labels. */
  double value();
}
