package org.mtlbench.api.method;

import java.util.List;

/**
 * How a method's limit on pruning stood at the model that was kept.
 *
 * @param targetMet whether a model reached the least sparsity rate asked for
 * @param layers the layers that may be pruned, in network order
 */
public record SparsityCap(boolean targetMet, List<Layer> layers) {
  public SparsityCap {
    layers = List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @param name the weight's name
   * @param rows its rows
   * @param limit the largest number of zero rows allowed, at least 0
   * @param zeroRows its zero rows
   * @param binding whether the limit, and not the pruning step, decided their number
   */
  public record Layer(String name, int rows, int limit, int zeroRows, boolean binding) {}
}
