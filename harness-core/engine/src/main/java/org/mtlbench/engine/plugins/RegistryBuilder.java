package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Adds bundles one after the other, each as a whole or not at all. */
final class RegistryBuilder {
  private final Map<String, DatasetPlugin<?>> datasets = new LinkedHashMap<>();
  private final Map<String, ArchitecturePlugin<?>> architectures = new LinkedHashMap<>();
  private final Map<String, BackbonePlugin<?>> backbones = new LinkedHashMap<>();
  private final Map<String, MethodPlugin<?>> methods = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<Plugin<?>, Path> jars = new HashMap<>();
  private final List<BrokenBundle> broken = new ArrayList<>();

  void broken(BrokenBundle bundle) {
    broken.add(bundle);
  }

  /**
   * Adds a bundle, or records why it is rejected.
   *
   * @param jar the jar it was found in; empty for a built-in bundle
   */
  void add(Bundle bundle, Optional<Path> jar) {
    Contents contents = new Contents(bundle.getClass().getName());
    try {
      bundle.contribute(contents);
      contents.claims.forEach((claim, plugin) -> check(contents, plugin));
    } catch (RuntimeException | Error e) {
      // a failing plugin is reported in its own row and does not affect others
      contents.reasons.add(Reasons.of(e));
    }
    if (contents.reasons.isEmpty()) {
      datasets.putAll(contents.datasets);
      architectures.putAll(contents.architectures);
      backbones.putAll(contents.backbones);
      methods.putAll(contents.methods);
      contents.claims.keySet().forEach(claim -> owners.put(claim, contents.bundle));
      jar.ifPresent(path -> contents.claims.values().forEach(plugin -> jars.put(plugin, path)));
    } else {
      broken.add(
          new BrokenBundle(
              contents.bundle,
              Origin.of(bundle.getClass()).toString(),
              String.join("; ", contents.reasons),
              List.copyOf(contents.claims.keySet())));
    }
  }

  /** Fails here, not in the middle of a user's plan. */
  private static void check(Contents contents, Plugin<?> plugin) {
    try {
      ConfigBinder.describe(plugin.defaults());
    } catch (RuntimeException | Error e) {
      contents.reasons.add(Reasons.of(e));
    }
  }

  PluginRegistry build() {
    return new PluginRegistry(datasets, architectures, backbones, methods, broken, jars);
  }

  /** How a plugin is named in messages. */
  static String claim(String kind, String id) {
    return kind + " '" + id + "'";
  }

  /** What one bundle contributes. */
  private final class Contents implements Registry {
    private final String bundle;
    private final Map<String, DatasetPlugin<?>> datasets = new LinkedHashMap<>();
    private final Map<String, ArchitecturePlugin<?>> architectures = new LinkedHashMap<>();
    private final Map<String, BackbonePlugin<?>> backbones = new LinkedHashMap<>();
    private final Map<String, MethodPlugin<?>> methods = new LinkedHashMap<>();
    private final Map<String, Plugin<?>> claims = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    Contents(String bundle) {
      this.bundle = bundle;
    }

    @Override
    public void dataset(DatasetPlugin<?> plugin) {
      datasets.put(claim("dataset", plugin), plugin);
    }

    @Override
    public void architecture(ArchitecturePlugin<?> plugin) {
      architectures.put(claim("architecture", plugin), plugin);
    }

    @Override
    public void backbone(BackbonePlugin<?> plugin) {
      backbones.put(claim("backbone", plugin), plugin);
    }

    @Override
    public void method(MethodPlugin<?> plugin) {
      methods.put(claim("method", plugin), plugin);
    }

    private String claim(String kind, Plugin<?> plugin) {
      String id = plugin.descriptor().id();
      String claim = RegistryBuilder.claim(kind, id);
      String owner = claims.containsKey(claim) ? bundle : owners.get(claim);
      if (owner != null) {
        reasons.add("duplicate " + claim + ", already provided by " + owner);
      }
      claims.put(claim, plugin);
      return id;
    }
  }
}
