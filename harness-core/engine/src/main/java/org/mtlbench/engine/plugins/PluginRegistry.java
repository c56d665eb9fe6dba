package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Plugin;

/** The usable plugins, by kind and id, and the bundles that cannot be used. */
public final class PluginRegistry {
  private final SortedMap<String, DatasetPlugin<?>> datasets;
  private final SortedMap<String, ArchitecturePlugin<?>> architectures;
  private final SortedMap<String, BackbonePlugin<?>> backbones;
  private final SortedMap<String, MethodPlugin<?>> methods;
  private final List<BrokenBundle> broken;
  private final IdentityHashMap<Plugin<?>, Source> sources;
  private final CallTrace trace;

  /**
   * The source of a plugin.
   *
   * @param claim name of the plugin in messages, for example {@code method 'ls'}
   * @param descriptor its metadata
   * @param jar jar of the plugin; empty for a built-in plugin
   */
  record Source(String claim, Descriptor descriptor, Optional<Path> jar) {}

  PluginRegistry(
      Map<String, DatasetPlugin<?>> datasets,
      Map<String, ArchitecturePlugin<?>> architectures,
      Map<String, BackbonePlugin<?>> backbones,
      Map<String, MethodPlugin<?>> methods,
      List<BrokenBundle> broken,
      IdentityHashMap<Plugin<?>, Source> sources,
      CallTrace trace) {
    this.datasets = Collections.unmodifiableSortedMap(new TreeMap<>(datasets));
    this.architectures = Collections.unmodifiableSortedMap(new TreeMap<>(architectures));
    this.backbones = Collections.unmodifiableSortedMap(new TreeMap<>(backbones));
    this.methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
    this.broken = List.copyOf(broken);
    this.sources = sources;
    this.trace = trace;
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

  /** The bundles that cannot be used, each with its reason. */
  public List<BrokenBundle> broken() {
    return broken;
  }

  /** Explains an id without a usable plugin; see {@link BrokenBundle#unusable}. */
  public String unusable(PluginKind kind, String id) {
    return BrokenBundle.unusable(broken, kind, id);
  }

  /** The usable plugins of a kind by id. */
  public SortedMap<String, ? extends Plugin<?>> plugins(PluginKind kind) {
    return switch (kind) {
      case DATASET -> datasets;
      case ARCHITECTURE -> architectures;
      case BACKBONE -> backbones;
      case METHOD -> methods;
    };
  }

  /**
   * Announces a call into plugins to the trace.
   *
   * @param plugins plugins whose code may run, the called one first
   */
  public void calling(CallKind kind, Plugin<?>... plugins) {
    if (trace != CallTrace.NONE) {
      trace.calling(call(kind, Arrays.stream(plugins).map(sources::get).toArray(Source[]::new)));
    }
  }

  static CallTrace.Call call(CallKind kind, Source... sources) {
    List<CallTrace.Suspect> suspects = new ArrayList<>();
    for (Source source : sources) {
      source
          .jar()
          .ifPresent(jar -> suspects.add(new CallTrace.Suspect(jar, Optional.of(source.claim()))));
    }
    return new CallTrace.Call(
        kind.phrase(Arrays.stream(sources).map(Source::claim).toList()), suspects, kind.limit());
  }

  /** Announces that built-in code runs. */
  public void called() {
    trace.calling(CallTrace.Call.own());
  }

  /** Reports an exception of a plugin to the trace. */
  public void caught(Throwable thrown) {
    trace.caught(thrown);
  }

  /** The metadata of a plugin, as of its registration. */
  public Descriptor descriptor(Plugin<?> plugin) {
    return sources.get(plugin).descriptor();
  }

  /** The jar of a plugin; empty for a built-in plugin. */
  public Optional<Path> jar(Plugin<?> plugin) {
    return Optional.ofNullable(sources.get(plugin)).flatMap(Source::jar);
  }

  /** Title, version and jar of a plugin's implementation. */
  public Origin origin(Plugin<?> plugin) {
    return Origin.of(plugin.getClass());
  }
}
