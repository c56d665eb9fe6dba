package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Adds bundles to a registry, each completely or not at all. */
final class RegistryBuilder {
  private final Collection<Exclusion> exclusions;
  private final CallTrace trace;
  private final Map<String, DatasetPlugin<?>> datasets = new LinkedHashMap<>();
  private final Map<String, ArchitecturePlugin<?>> architectures = new LinkedHashMap<>();
  private final Map<String, BackbonePlugin<?>> backbones = new LinkedHashMap<>();
  private final Map<String, MethodPlugin<?>> methods = new LinkedHashMap<>();
  private final Map<String, Origin> owners = new HashMap<>();
  private final IdentityHashMap<Plugin<?>, PluginRegistry.Source> sources = new IdentityHashMap<>();
  private final List<BrokenBundle> broken = new ArrayList<>();

  RegistryBuilder(Collection<Exclusion> exclusions, CallTrace trace) {
    this.exclusions = exclusions;
    this.trace = trace;
  }

  void broken(BrokenBundle bundle) {
    broken.add(bundle);
  }

  /** The number of bundles that cannot be used so far. */
  int brokenCount() {
    return broken.size();
  }

  /**
   * Adds a bundle, or records why it is rejected.
   *
   * @param origin of the bundle, for messages
   * @param jar the jar it was found in; empty for a built-in bundle
   */
  void add(Bundle bundle, Origin origin, Optional<Path> jar) {
    Contents contents = new Contents(origin);
    List<BrokenBundle> excluded = new ArrayList<>();
    try {
      bundle.contribute(contents);
      jar.ifPresent(path -> excluded.addAll(exclude(contents, bundle, path)));
      contents.claims.forEach(
          (claim, plugin) -> check(contents, plugin, contents.source(claim, plugin, jar)));
    } catch (RuntimeException | Error e) {
      // a failing plugin is reported in its own row and does not affect others
      trace.caught(e);
      contents.reasons.add(Reasons.of(e));
    }
    if (contents.reasons.isEmpty()) {
      datasets.putAll(contents.datasets);
      architectures.putAll(contents.architectures);
      backbones.putAll(contents.backbones);
      methods.putAll(contents.methods);
      contents.claims.forEach(
          (claim, plugin) -> {
            owners.put(claim, origin);
            sources.put(plugin, contents.source(claim, plugin, jar));
          });
      broken.addAll(excluded);
    } else {
      broken.add(
          new BrokenBundle(
              bundle.getClass().getName(),
              origin.toString(),
              String.join("; ", contents.reasons),
              List.copyOf(contents.claims.keySet())));
    }
  }

  /** Removes excluded plugins from the contributions of a bundle. */
  private List<BrokenBundle> exclude(Contents contents, Bundle bundle, Path jar) {
    List<BrokenBundle> excluded = new ArrayList<>();
    for (Exclusion exclusion : exclusions) {
      Optional<String> claim = exclusion.plugin().filter(contents.claims::containsKey);
      if (exclusion.jar().equals(jar) && claim.isPresent()) {
        Plugin<?> plugin = contents.claims.remove(claim.get());
        List.of(contents.datasets, contents.architectures, contents.backbones, contents.methods)
            .forEach(plugins -> plugins.values().removeIf(kept -> kept == plugin));
        excluded.add(
            new BrokenBundle(
                bundle.getClass().getName(),
                contents.origin.toString(),
                exclusion.reason(),
                List.of(claim.get())));
      }
    }
    return excluded;
  }

  /** Checks plugins early, instead of during planning. */
  private void check(Contents contents, Plugin<?> plugin, PluginRegistry.Source source) {
    trace.calling(PluginRegistry.call(CallKind.DEFAULTS, source));
    try {
      ConfigBinder.describe(plugin.defaults());
    } catch (RuntimeException | Error e) {
      trace.caught(e);
      contents.reasons.add(Reasons.of(e));
    }
  }

  PluginRegistry build() {
    return new PluginRegistry(datasets, architectures, backbones, methods, broken, sources, trace);
  }

  /** The contributions of a bundle. */
  private final class Contents implements Registry {
    private final Origin origin;
    private final Map<String, DatasetPlugin<?>> datasets = new LinkedHashMap<>();
    private final Map<String, ArchitecturePlugin<?>> architectures = new LinkedHashMap<>();
    private final Map<String, BackbonePlugin<?>> backbones = new LinkedHashMap<>();
    private final Map<String, MethodPlugin<?>> methods = new LinkedHashMap<>();
    private final Map<String, Plugin<?>> claims = new LinkedHashMap<>();
    private final IdentityHashMap<Plugin<?>, Descriptor> descriptors = new IdentityHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    Contents(Origin origin) {
      this.origin = origin;
    }

    @Override
    public void dataset(DatasetPlugin<?> plugin) {
      datasets.put(claim(PluginKind.DATASET, plugin), plugin);
    }

    @Override
    public void architecture(ArchitecturePlugin<?> plugin) {
      architectures.put(claim(PluginKind.ARCHITECTURE, plugin), plugin);
    }

    @Override
    public void backbone(BackbonePlugin<?> plugin) {
      backbones.put(claim(PluginKind.BACKBONE, plugin), plugin);
    }

    @Override
    public void method(MethodPlugin<?> plugin) {
      methods.put(claim(PluginKind.METHOD, plugin), plugin);
    }

    private String claim(PluginKind kind, Plugin<?> plugin) {
      Descriptor descriptor = plugin.descriptor();
      String id = descriptor.id();
      String claim = kind.named(id);
      Origin owner = claims.containsKey(claim) ? origin : owners.get(claim);
      if (owner != null) {
        reasons.add("duplicate " + claim + ", already provided by " + owner);
      }
      claims.put(claim, plugin);
      descriptors.put(plugin, descriptor);
      return id;
    }

    private PluginRegistry.Source source(String claim, Plugin<?> plugin, Optional<Path> jar) {
      return new PluginRegistry.Source(claim, descriptors.get(plugin), jar);
    }
  }
}
