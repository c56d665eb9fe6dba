package org.mtlbench.api.architecture;

import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.plugin.Plugin;

/**
 * Makes backbones. A dataset suggests one by its id; a matrix may choose another for an
 * architecture.
 *
 * @param <C> the config record
 */
public interface BackbonePlugin<C extends Record> extends Plugin<C> {
  /**
   * The backbone for the inputs of a dataset.
   *
   * @param input what it reads of one example; a backbone without embeddings may read categories as
   *     the numbers that they are
   * @throws org.mtlbench.api.config.InvalidConfigException if it cannot read such inputs
   */
  Backbone of(C config, InputSpec input);
}
