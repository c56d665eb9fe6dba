package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** The examples of one split, held in memory or read on demand. */
public interface Split {

  /** Number of examples, at least 1. */
  int size();

  /**
   * Raw examples at the given positions, on the device of the positions.
   *
   * @param positions int64 of shape (B), each from 0 to size - 1
   */
  Examples take(NDArray positions);

  /**
   * Raw examples at consecutive positions. A split in memory overrides this to return views.
   *
   * @param from first position, from 0
   * @param to position after the last, at most the size
   * @param manager owner of the positions, determines the device
   */
  default Examples range(int from, int to, NDManager manager) {
    return take(manager.arange(from, to, 1, DataType.INT64));
  }
}
