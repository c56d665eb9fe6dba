package org.mtlbench.engine.plugins;

import java.util.Locale;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Plugin;

/** The kinds of plugin. */
public enum PluginKind {
  /** Datasets. */
  DATASET,
  /** Architectures. */
  ARCHITECTURE,
  /** Backbones. */
  BACKBONE,
  /** Methods. */
  METHOD;

  /** The kind of a plugin. */
  static PluginKind of(Plugin<?> plugin) {
    if (plugin instanceof DatasetPlugin<?>) {
      return DATASET;
    }
    if (plugin instanceof ArchitecturePlugin<?>) {
      return ARCHITECTURE;
    }
    return plugin instanceof BackbonePlugin<?> ? BACKBONE : METHOD;
  }

  /** In lower case, for example {@code dataset}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a plugin in messages, for example {@code method 'mgda'}. */
  public String named(String id) {
    return word() + " '" + id + "'";
  }
}
