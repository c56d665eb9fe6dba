package org.mtlbench.cli.module;

import com.google.inject.AbstractModule;
import org.mtlbench.engine.catalogue.Plugins;

/**
 * Binds {@link org.mtlbench.engine.catalogue.Plugins}; commands have no access to plugin objects.
 */
public final class PluginsModule extends AbstractModule {
  private final Plugins plugins;

  /** Creates a module for the given plugins. */
  public PluginsModule(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  protected void configure() {
    bind(Plugins.class).toInstance(plugins);
  }
}
