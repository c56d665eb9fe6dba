package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import org.mtlbench.api.random.Randomness;

/**
 * Where a layer is created.
 *
 * @param name unique in the network, for example {@code trunk.conv1}; the prefix of the names of
 *     the layer's tensors
 * @param role whether the layer is shared or belongs to one task
 * @param position {@link Position#INPUT} for the first layer with a kernel or matrix that reads the
 *     network's input, {@link Position#OUTPUT} for the last one before a task's output
 * @param manager owns the tensors and fixes the device
 * @param random draws initial values, each from a stream of the tensor's name
 */
public record LayerContext(
    String name, Role role, Position position, NDManager manager, Randomness random) {
  /**
   * A tensor of the layer.
   *
   * @param suffix the last part of its name, for example {@code weight}
   * @param value float32, owned by the manager; outlives the {@link NDScope} it was made in
   */
  public Parameter parameter(String suffix, NDArray value, Parameter.Kind kind) {
    NDScope.unregister(value);
    return new Parameter(name + "." + suffix, value, kind, role, position);
  }
}
