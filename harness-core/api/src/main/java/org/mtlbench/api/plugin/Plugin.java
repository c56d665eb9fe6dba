package org.mtlbench.api.plugin;

/**
 * The common interface of datasets, backbones, architectures and methods: a stateless, typed
 * factory. One instance serves all cells; each created object belongs to one cell.
 *
 * @param <C> the config record: every component has a default, and the compact constructor
 *     validates
 */
public interface Plugin<C extends Record> {
  /** Id, title, citation and traits; constant. */
  Descriptor descriptor();

  /** The default config, on top of which user values are bound. */
  C defaults();
}
