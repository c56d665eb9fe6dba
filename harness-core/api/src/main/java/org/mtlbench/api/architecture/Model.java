package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;

/** One or more networks that together predict every task. */
public interface Model {
  /**
   * Computes the output of every task, in the dataset's order.
   *
   * @param inputs float32, one shared by all tasks or one per task; for images (B, C, H, W)
   */
  List<NDArray> predict(List<NDArray> inputs, ForwardMode mode);

  /** Computes the output of every task for an input shared by all tasks. */
  default List<NDArray> predict(NDArray input, ForwardMode mode) {
    return predict(List.of(input), mode);
  }

  /** All parameters, buffers included, in a stable order. */
  List<Parameter> parameters();

  /** Number of trainable parameters. */
  default long parameterCount() {
    return parameters().stream().filter(Parameter::trainable).mapToLong(Parameter::size).sum();
  }
}
