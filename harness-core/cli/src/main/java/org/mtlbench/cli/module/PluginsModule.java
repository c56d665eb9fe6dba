package org.mtlbench.cli.module;

import com.google.inject.AbstractModule;
import org.mtlbench.engine.catalogue.Plugins;

/** Binds the plugins that there are, as questions and answers; commands see no plugin itself. */
public final class PluginsModule extends AbstractModule {
  private final Plugins plugins;

  /** A module with plugins. */
  public PluginsModule(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  protected void configure() {
    bind(Plugins.class).toInstance(plugins);
  }
}
