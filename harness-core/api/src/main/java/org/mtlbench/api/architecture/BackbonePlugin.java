package org.mtlbench.api.architecture;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.plugin.Plugin;

/**
 * Makes backbones. A dataset suggests one by its id; a matrix may choose another for an
 * architecture.
 *
 * @param <C> the config record
 */
public interface BackbonePlugin<C extends Record> extends Plugin<C> {
  /**
   * The backbone for inputs of a shape.
   *
   * @param input the shape of one example: (C, H, W) of an image, (F) of a vector
   * @throws org.mtlbench.api.config.InvalidConfigException if it cannot read such inputs
   */
  Backbone of(C config, Shape input);
}
