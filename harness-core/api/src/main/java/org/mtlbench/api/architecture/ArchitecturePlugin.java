package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDManager;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;

/**
 * Makes networks from a backbone.
 *
 * @param <C> the config record
 */
public interface ArchitecturePlugin<C extends Record> extends Plugin<C> {
  /**
   * What {@link #create} makes, without a tensor. Planning, estimates of costs and methods that add
   * to the network read it.
   *
   * @param backbone the layers to build from
   * @param dataset its tasks are those of the network; may have a part of a dataset's tasks, as for
   *     single-task networks
   * @throws org.mtlbench.api.config.InvalidConfigException if they do not fit together
   */
  Blueprint blueprint(C config, Backbone backbone, DatasetFacts dataset);

  /**
   * A network with PyTorch's default initialisation.
   *
   * @param backbone the layers to build from
   * @param dataset as for {@link #blueprint}, which accepted it
   * @param manager owns the parameters and fixes the device
   * @param random draws the initial values
   */
  Network create(
      C config, Backbone backbone, DatasetFacts dataset, NDManager manager, Randomness random);
}
