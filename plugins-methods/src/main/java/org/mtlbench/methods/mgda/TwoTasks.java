package org.mtlbench.methods.mgda;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.mtlbench.toolbox.torchscript.ScriptFunction;

/**
 * The minimum-norm point of two gradients on the device (Sener and Koltun 2018, equation 4):
 *
 * <pre>
 * w = max(0, (|g2|^2 - g1'g2, |g1|^2 - g1'g2)) / sum
 * </pre>
 *
 * The weights are equal if the sum is 0, that is if both gradients are zero or the same.
 */
final class TwoTasks {
  private static final String BODY =
      """
      norms = ops.aten.flip(ops.aten.diagonal(gramian), [0])
      product = ops.aten.select(ops.aten.select(gramian, 0, 0), 0, 1)
      parts = ops.aten.relu(ops.aten.sub(norms, product))
      total = ops.aten.sum(parts)
      equal = ops.aten.full_like(parts, 0.5)
      return ops.aten.where(ops.aten.gt(total, 0), ops.aten.div(parts, total), equal)
      """;

  private Optional<ScriptFunction> function = Optional.empty();

  /**
   * The weights.
   *
   * @param gramian float64, (2, 2)
   * @return float64, (2), at least 0, with sum 1; NaN if an entry is NaN or infinite
   */
  NDArray weights(NDArray gramian) {
    if (function.isEmpty()) {
      function = Optional.of(ScriptFunction.compile("gramian: Tensor", BODY, gramian.getManager()));
    }
    return function.get().call(ScriptFunction.tensor(gramian));
  }
}
