package org.mtlbench.api.architecture;

import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.plugin.Plugin;

/**
 * A plugin that creates backbones. A dataset suggests a backbone by its id; a matrix can choose
 * another for an architecture.
 *
 * @param <C> the config record
 */
public interface BackbonePlugin<C extends Record> extends Plugin<C> {
  /**
   * Creates the backbone for the inputs of a dataset.
   *
   * @param input input of one example; a backbone without embeddings may read categories as numbers
   * @throws org.mtlbench.api.config.InvalidConfigException if it cannot read such inputs
   */
  Backbone of(C config, InputSpec input);
}
