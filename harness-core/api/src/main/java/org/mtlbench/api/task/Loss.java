package org.mtlbench.api.task;

import ai.djl.ndarray.NDArray;

/** The training loss of a task. Implementations are stateless. */
public interface Loss {

  /** The name in records and lists, for example {@code cross-entropy}. */
  String id();

  /** Whether the loss is defined for a target. */
  boolean accepts(Target target);

  /**
   * The mean of the loss over the labels that are there, as a scalar that carries the gradient to
   * {@code output}; 0 with a gradient of 0 if every label is missing.
   *
   * @param output the network's raw output for the batch, of the shape that the target asks for
   * @param target the batch's labels
   */
  NDArray of(NDArray output, Labelled target);
}
