package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDManager;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;

/**
 * Makes networks from a dataset's parts.
 *
 * @param <C> the config record
 */
public interface ArchitecturePlugin<C extends Record> extends Plugin<C> {
  /**
   * A network with PyTorch's default initialisation.
   *
   * @param parts layers of trunk, monitors and heads; its number of heads is the number of tasks
   * @param manager owns the weights and fixes the device
   * @param random draws the initial weights
   */
  Network create(C config, NetworkSpec parts, NDManager manager, Randomness random);
}
