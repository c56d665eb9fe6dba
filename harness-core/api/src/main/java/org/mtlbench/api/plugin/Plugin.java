package org.mtlbench.api.plugin;

/**
 * What datasets, backbones, architectures and methods have in common: a stateless, typed factory.
 * One instance serves every cell; what it creates belongs to one cell.
 *
 * @param <C> the config record: every component has a default, the compact constructor validates
 */
public interface Plugin<C extends Record> {
  /** Id, title, citation and traits; the same on every call. */
  Descriptor descriptor();

  /** The config when the user says nothing; user values are laid over it. */
  C defaults();
}
