package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDManager;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;

/**
 * A plugin that builds multi-task networks from a backbone.
 *
 * @param <C> the config record
 */
public interface ArchitecturePlugin<C extends Record> extends Plugin<C> {
  /**
   * Describes the network of {@link #create} without creating tensors; used by planning, cost
   * estimates and methods that extend the network.
   *
   * @param backbone layers to build from
   * @param dataset its tasks are those of the network; may have a subset of a dataset's tasks, as
   *     for single-task networks
   * @throws org.mtlbench.api.config.InvalidConfigException if they do not fit together
   */
  Blueprint blueprint(C config, Backbone backbone, DatasetFacts dataset);

  /**
   * Creates a network with PyTorch's default initialisation.
   *
   * @param backbone layers to build from
   * @param dataset as accepted by {@link #blueprint}
   * @param manager owner of the parameters, determines the device
   * @param random source of the initial values
   */
  Network create(
      C config, Backbone backbone, DatasetFacts dataset, NDManager manager, Randomness random);
}
