package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;

/** What can be evaluated: one or several networks that together answer every task. */
public interface Model {
  /**
   * The output of every task, in the dataset's order.
   *
   * @param inputs float32, one that all tasks read or one per task; for images (B, C, H, W)
   */
  List<NDArray> predict(List<NDArray> inputs, ForwardMode mode);

  /** The output of every task for an input that all tasks read. */
  default List<NDArray> predict(NDArray input, ForwardMode mode) {
    return predict(List.of(input), mode);
  }

  /** Every parameter, buffers included, in a stable order. */
  List<Parameter> parameters();

  /** Number of trainable parameters. */
  default long parameterCount() {
    return parameters().stream().filter(Parameter::trainable).mapToLong(Parameter::size).sum();
  }
}
