package org.mtlbench.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;

/**
 * The plugins of one or more bundles.
 *
 * @param datasets datasets by id
 * @param architectures architectures by id
 * @param backbones backbones by id
 * @param methods methods by id
 */
public record Contributions(
    Map<String, DatasetPlugin<?>> datasets,
    Map<String, ArchitecturePlugin<?>> architectures,
    Map<String, BackbonePlugin<?>> backbones,
    Map<String, MethodPlugin<?>> methods)
    implements Registry {
  /** Collects the plugins of bundles. */
  public static Contributions of(Bundle... bundles) {
    Contributions all =
        new Contributions(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (Bundle bundle : bundles) {
      bundle.contribute(all);
    }
    return all;
  }

  @Override
  public void dataset(DatasetPlugin<?> plugin) {
    datasets.put(plugin.descriptor().id(), plugin);
  }

  @Override
  public void architecture(ArchitecturePlugin<?> plugin) {
    architectures.put(plugin.descriptor().id(), plugin);
  }

  @Override
  public void backbone(BackbonePlugin<?> plugin) {
    backbones.put(plugin.descriptor().id(), plugin);
  }

  @Override
  public void method(MethodPlugin<?> plugin) {
    methods.put(plugin.descriptor().id(), plugin);
  }
}
