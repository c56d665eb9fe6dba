package org.mtlbench.api.task;

import ai.djl.ndarray.NDArray;

/** The training loss of a task. Implementations are stateless. */
public interface Loss {

  /** The name in records and lists, for example {@code cross-entropy}. */
  String id();

  /** Whether the loss is defined for a target. */
  boolean accepts(Target target);

  /**
   * Computes the mean loss over the present labels, as a scalar with a gradient with respect to
   * {@code output}; 0 with a gradient of 0 if all labels are missing.
   *
   * @param output raw output of the network for the batch, in the shape of the target
   * @param target labels of the batch
   */
  NDArray of(NDArray output, Labelled target);
}
