package org.mtlbench.engine.plan;

import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;

/**
 * A row of a table: a cell without its seed.
 *
 * @param networks networks of the architecture on the dataset
 * @param seeds the row's own seeds; empty for the matrix's
 */
record Row(
    Configured.Dataset<?> dataset,
    Configured.Architecture<?> architecture,
    NetworkFactory networks,
    RowMethod method,
    List<Long> seeds) {
  /** The plugins of a row, the method first. */
  Plugin<?>[] plugins() {
    return plugins(method.configured().plugin(), networks);
  }

  static Plugin<?>[] plugins(MethodPlugin<?> method, NetworkFactory networks) {
    return Stream.concat(Stream.of(method), networks.plugins().stream()).toArray(Plugin<?>[]::new);
  }
}
