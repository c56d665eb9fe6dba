package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** What can be evaluated: one or several networks that together answer every task. */
public interface Model {
  /**
   * The output of every task, in the dataset's order.
   *
   * @param inputs float32, one that all tasks read or one per task; for images (B, C, H, W)
   */
  List<NDArray> predict(List<NDArray> inputs, Pass pass);

  /** The output of every task for an input that all tasks read. */
  default List<NDArray> predict(NDArray input, Pass pass) {
    return predict(List.of(input), pass);
  }

  /** Every weight, buffers included, in a stable order. */
  List<Weight> weights();

  /** Number of trainable parameters. */
  default long parameters() {
    return weights().stream().filter(Weight::trainable).mapToLong(Weight::size).sum();
  }
}
