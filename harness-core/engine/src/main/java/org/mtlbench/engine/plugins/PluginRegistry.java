package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Plugin;

/** Every plugin that can be used, by kind and id, and the bundles that cannot. */
public final class PluginRegistry {
  private final SortedMap<String, DatasetPlugin<?>> datasets;
  private final SortedMap<String, ArchitecturePlugin<?>> architectures;
  private final SortedMap<String, BackbonePlugin<?>> backbones;
  private final SortedMap<String, MethodPlugin<?>> methods;
  private final List<BrokenBundle> broken;
  private final Map<Plugin<?>, Path> jars;

  PluginRegistry(
      Map<String, DatasetPlugin<?>> datasets,
      Map<String, ArchitecturePlugin<?>> architectures,
      Map<String, BackbonePlugin<?>> backbones,
      Map<String, MethodPlugin<?>> methods,
      List<BrokenBundle> broken,
      Map<Plugin<?>, Path> jars) {
    this.datasets = Collections.unmodifiableSortedMap(new TreeMap<>(datasets));
    this.architectures = Collections.unmodifiableSortedMap(new TreeMap<>(architectures));
    this.backbones = Collections.unmodifiableSortedMap(new TreeMap<>(backbones));
    this.methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
    this.broken = List.copyOf(broken);
    this.jars = Collections.unmodifiableMap(jars);
  }

  /** The datasets by id. */
  public SortedMap<String, DatasetPlugin<?>> datasets() {
    return datasets;
  }

  /** The architectures by id. */
  public SortedMap<String, ArchitecturePlugin<?>> architectures() {
    return architectures;
  }

  /** The backbones by id. */
  public SortedMap<String, BackbonePlugin<?>> backbones() {
    return backbones;
  }

  /** The methods by id. */
  public SortedMap<String, MethodPlugin<?>> methods() {
    return methods;
  }

  /** The bundles that were found and cannot be used, each with its reason. */
  public List<BrokenBundle> broken() {
    return broken;
  }

  /**
   * Explains an id without a usable plugin: the bundles that would have provided it or, if none is
   * known, the bundles whose plugins are unknown.
   *
   * @param kind {@code dataset}, {@code architecture}, {@code backbone} or {@code method}
   * @return a phrase with their reasons that ends a message; empty if there are none
   */
  public String unusable(String kind, String id) {
    String claim = RegistryBuilder.claim(kind, id);
    List<BrokenBundle> known = broken.stream().filter(b -> b.provides().contains(claim)).toList();
    List<BrokenBundle> suspects =
        known.isEmpty() ? broken.stream().filter(b -> b.provides().isEmpty()).toList() : known;
    return suspects.isEmpty()
        ? ""
        : suspects.stream()
            .map(BrokenBundle::sentence)
            .collect(Collectors.joining("; ", "; not usable: ", ""));
  }

  /** The jar a plugin was put in with; empty for one of the program's own. */
  public Optional<Path> jar(Plugin<?> plugin) {
    return Optional.ofNullable(jars.get(plugin));
  }

  /** Title, version and jar of a plugin's implementation. */
  public Origin origin(Plugin<?> plugin) {
    return Origin.of(plugin.getClass());
  }
}
