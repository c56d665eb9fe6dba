package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** What can be evaluated: one or several networks that together answer every task. */
public interface Model {
  /**
   * The output of every task, in the dataset's order.
   *
   * @param input float32, (B, C, H, W)
   */
  List<NDArray> predict(NDArray input, Pass pass);

  /** Every weight, buffers included, in a stable order. */
  List<Weight> weights();

  /** Number of trainable parameters. */
  default long parameters() {
    return weights().stream().filter(Weight::trainable).mapToLong(Weight::size).sum();
  }
}
