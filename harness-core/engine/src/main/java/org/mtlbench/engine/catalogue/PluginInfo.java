package org.mtlbench.engine.catalogue;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.engine.plugins.Origin;
import org.mtlbench.engine.plugins.PluginKind;

/**
 * A plugin that can be used.
 *
 * @param kind its kind
 * @param descriptor what it says of itself
 * @param origin title, version and jar of its implementation
 * @param implementation name of its class
 * @param jar the jar it was put in with; empty for one of the program's own
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
