package org.mtlbench.cli.module;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.util.Providers;
import java.util.Map;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Binds the plugins that were found: the registry, and a map from id to plugin for each kind. */
public final class PluginsModule extends AbstractModule {
  private final PluginRegistry registry;

  /** A module with the plugins of a registry. */
  public PluginsModule(PluginRegistry registry) {
    this.registry = registry;
  }

  @Override
  protected void configure() {
    bind(PluginRegistry.class).toInstance(registry);
    bind(new TypeLiteral<DatasetPlugin<?>>() {}, registry.datasets());
    bind(new TypeLiteral<ArchitecturePlugin<?>>() {}, registry.architectures());
    bind(new TypeLiteral<BackbonePlugin<?>>() {}, registry.backbones());
    bind(new TypeLiteral<MethodPlugin<?>>() {}, registry.methods());
  }

  private <P> void bind(TypeLiteral<P> kind, Map<String, P> plugins) {
    MapBinder<String, P> binder =
        MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), kind);
    // a provider, since Guice looks for injection points in instances: plugins know no Guice, and
    // one with a broken class would end the program here
    plugins.forEach((id, plugin) -> binder.addBinding(id).toProvider(Providers.of(plugin)));
  }
}
