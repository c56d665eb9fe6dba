package org.mtlbench.engine.catalogue;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.engine.plugins.Origin;
import org.mtlbench.engine.plugins.PluginKind;

/**
 * A usable plugin.
 *
 * @param kind its kind
 * @param descriptor its metadata
 * @param origin title, version and jar of its implementation
 * @param implementation name of its class
 * @param jar jar of the plugin; empty for a built-in plugin
 */
public record PluginInfo(
    PluginKind kind,
    Descriptor descriptor,
    Origin origin,
    String implementation,
    Optional<Path> jar) {
  /** Its id. */
  public String id() {
    return descriptor.id();
  }
}
