package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import org.mtlbench.api.random.Randomness;

/**
 * The context in which a layer is created.
 *
 * @param name unique in the network, for example {@code trunk.conv1}; the prefix of the names of
 *     the layer's parameters
 * @param role whether the layer is shared or task-specific
 * @param position {@link Position#INPUT} for the first layer with a kernel or matrix that reads the
 *     network's input, {@link Position#OUTPUT} for the last one before a task's output
 * @param manager owner of the tensors, determines the device
 * @param random source of initial values, one stream per parameter name
 */
public record LayerContext(
    String name, Role role, Position position, NDManager manager, Randomness random) {
  /**
   * Creates a parameter of the layer.
   *
   * @param suffix last part of its name, for example {@code weight}
   * @param value float32, owned by the manager; outlives the {@link NDScope} in which it was
   *     created
   */
  public Parameter parameter(String suffix, NDArray value, Parameter.Kind kind) {
    NDScope.unregister(value);
    return new Parameter(name + "." + suffix, value, kind, role, position);
  }
}
