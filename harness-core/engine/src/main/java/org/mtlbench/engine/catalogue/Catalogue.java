package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.plugins.BrokenBundle;
import org.mtlbench.engine.plugins.PluginKind;

/**
 * The usable plugins, and the bundles that cannot be used.
 *
 * @param plugins plugins, sorted by kind and id
 * @param broken bundles, jars and plugins that cannot be used, each with its reason
 */
public record Catalogue(List<PluginInfo> plugins, List<BrokenBundle> broken) {
  public Catalogue {
    plugins = List.copyOf(plugins);
    broken = List.copyOf(broken);
  }

  /** The plugins of a kind, by id. */
  public List<PluginInfo> of(PluginKind kind) {
    return plugins.stream().filter(plugin -> plugin.kind() == kind).toList();
  }

  /** The ids of a kind, in order. */
  public List<String> ids(PluginKind kind) {
    return of(kind).stream().map(PluginInfo::id).toList();
  }

  /** The plugin of an id. */
  public Optional<PluginInfo> find(PluginKind kind, String id) {
    return plugins.stream()
        .filter(plugin -> plugin.kind() == kind && plugin.id().equals(id))
        .findFirst();
  }

  /** Explains an id without a usable plugin; see {@link BrokenBundle#unusable}. */
  public String unusable(PluginKind kind, String id) {
    return BrokenBundle.unusable(broken, kind, id);
  }
}
