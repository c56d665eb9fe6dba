package org.mtlbench.api.plugin;

import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;

/** Receives the plugins of a {@link Bundle}, each under the id of its descriptor. */
public interface Registry {
  /** Adds a dataset. */
  void dataset(DatasetPlugin<?> plugin);

  /** Adds an architecture. */
  void architecture(ArchitecturePlugin<?> plugin);

  /** Adds a backbone. */
  void backbone(BackbonePlugin<?> plugin);

  /** Adds a method. */
  void method(MethodPlugin<?> plugin);
}
