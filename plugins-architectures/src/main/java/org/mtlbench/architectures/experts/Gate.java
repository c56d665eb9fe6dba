package org.mtlbench.architectures.experts;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.GlobalAveragePool;
import org.mtlbench.toolbox.network.Linear;

/**
 * A softmax gate, (N, ...) to a convex combination of n experts' outputs: softmax(W x + b). In the
 * first level, x is the flattened input of the network; in later levels, a spatial input is reduced
 * to the mean of each channel.
 *
 * @param logits (N, ...) to (N, n)
 */
record Gate(Chain logits) {
  /** The layers of a gate. */
  static List<LayerSpec> layers(Shape input, int experts, boolean readsNetworkInput) {
    if (input.dimension() == 1) {
      return List.of(new Linear(Math.toIntExact(input.get(0)), experts));
    }
    return readsNetworkInput
        ? List.of(new Flatten(), new Linear(Math.toIntExact(input.size()), experts))
        : List.of(new GlobalAveragePool(), new Linear(Math.toIntExact(input.get(0)), experts));
  }

  static Gate of(
      String name,
      List<LayerSpec> layers,
      boolean readsNetworkInput,
      Role role,
      NDManager manager,
      Randomness random) {
    return new Gate(Chain.of(name, layers, role, readsNetworkInput, false, manager, random));
  }

  /**
   * Computes the combination for each example.
   *
   * @param x input of the gate
   * @param experts n outputs of equal shape, (N, ...)
   */
  NDArray combine(NDArray x, List<NDArray> experts, ForwardMode mode) {
    List<NDArray> weights = logits.forward(x, mode).softmax(-1).split(experts.size(), 1);
    long[] perExample = new long[experts.get(0).getShape().dimension()];
    Arrays.fill(perExample, 1);
    perExample[0] = x.getShape().get(0);
    NDArray sum = null;
    for (int i = 0; i < experts.size(); i++) {
      NDArray scaled = experts.get(i).mul(weights.get(i).reshape(perExample));
      sum = sum == null ? scaled : sum.add(scaled);
    }
    return sum;
  }
}
